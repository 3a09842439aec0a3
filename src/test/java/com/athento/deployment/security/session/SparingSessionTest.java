package com.athento.deployment.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.session.MapSession;

class SparingSessionTest {

    private static final Instant BEGIN = Instant.parse("2027-02-01T10:00:00Z");

    private final MapSession kept = spy(new MapSession());

    private final SparingSession session = new SparingSession(kept);

    @ParameterizedTest(name = "asked {1} after the last time, ends {0} after that: written {2}")
    @CsvSource({
        "PT8H, PT59.999S, false",
        "PT8H, PT60S, true",
        "PT10M, PT59.999S, false",
        "PT10M, PT60S, true",
        "PT5M, PT29.999S, false",
        "PT5M, PT30S, true",
        // It never ends.
        "PT-1S, PT59.999S, false",
        "PT-1S, PT60S, true"
    })
    void writesWhenItWasAskedLastOnceAMinuteAtMost(Duration ends, Duration after, boolean isKept) {
        kept.setMaxInactiveInterval(ends);
        kept.setLastAccessedTime(BEGIN);

        session.setLastAccessedTime(BEGIN.plus(after));

        assertThat(kept.getLastAccessedTime()).isEqualTo(isKept ? BEGIN.plus(after) : BEGIN);
    }

    @Test
    void writesAnAttributeOnlyWhenItHasChanged() {
        kept.setAttribute("groups", new ArrayList<>(List.of("qa")));
        clearInvocations(kept);
        ArrayList<String> groups = session.getAttribute("groups");

        session.setAttribute("groups", groups);
        verify(kept, never()).setAttribute(any(), any());

        groups.add("product");
        session.setAttribute("groups", groups);
        session.setAttribute("groups", groups);
        verify(kept, times(1)).setAttribute("groups", groups);
    }

    @Test
    void writesWhatNobodyHasLookedAt() {
        kept.setAttribute("account", "qa");
        clearInvocations(kept);

        session.setAttribute("account", "qa");

        verify(kept).setAttribute("account", "qa");
    }

    @Test
    void writesWhatComesBackAfterItWasTakenAway() {
        session.setAttribute("account", "qa");
        session.removeAttribute("account");
        assertThat(kept.<String>getAttribute("account")).isNull();

        session.setAttribute("account", "qa");
        assertThat(kept.<String>getAttribute("account")).isEqualTo("qa");

        session.setAttribute("account", null);
        assertThat(kept.<String>getAttribute("account")).isNull();
    }
}
