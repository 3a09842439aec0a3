package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightPasswordsTest {

    private static final List<String> QA = List.of("qa");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final RightPasswords right = new RightPasswords(Duration.ofSeconds(30), now::get);

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, ana, secret, true",
        "203.0.113.8, ana, secret, false",
        "203.0.113.9, eva, secret, false",
        "203.0.113.9, ana, Secret, false",
        "203.0.113.9, anas, ecret, false",
        "203.0.113.9a, na, secret, false",
    })
    void isKnownOfThisAddressAccountAndPasswordAlone(String address, String account, String password, boolean isKnown) {
        note("203.0.113.9", "ana", "secret");

        assertThat(groups(address, account, password)).isEqualTo(isKnown ? Optional.of(QA) : Optional.empty());
    }

    @Test
    void isKnownForHalfAMinuteFromWhenItWasSent() {
        var sent = right.attempt("::1", "ana", "secret");
        now.addAndGet(TimeUnit.SECONDS.toNanos(10));
        right.note(sent, QA);

        now.addAndGet(TimeUnit.SECONDS.toNanos(20) - 1);
        assertThat(groups("::1", "ana", "secret")).contains(QA);
        now.incrementAndGet();
        assertThat(groups("::1", "ana", "secret")).isEmpty();
    }

    @Test
    void isNeverKnownWhereNoTimeIsKept() {
        var never = new RightPasswords(Duration.ZERO, now::get);
        never.note(never.attempt("::1", "ana", "secret"), QA);

        assertThat(never.groups(never.attempt("::1", "ana", "secret"))).isEmpty();
    }

    @Test
    void isForgottenOfOneAccountFromWherever() {
        note("203.0.113.9", "ana", "secret");
        note("203.0.113.8", "ana", "secret");
        note("203.0.113.9", "eva", "secret");

        right.forget("ana");

        assertThat(groups("203.0.113.9", "ana", "secret")).isEmpty();
        assertThat(groups("203.0.113.8", "ana", "secret")).isEmpty();
        assertThat(groups("203.0.113.9", "eva", "secret")).contains(QA);
        right.forget();
        assertThat(groups("203.0.113.9", "eva", "secret")).isEmpty();
    }

    @Test
    void whatChangesWhileItIsCheckedKeepsItFromBeingKnown() {
        var sent = right.attempt("::1", "ana", "secret");
        right.forget();
        right.note(sent, QA);

        assertThat(groups("::1", "ana", "secret")).isEmpty();
    }

    @Test
    void ofTenThousandTheLastThousandAreKnown() {
        for (int n = 0; n < 10_000; n++) {
            note("::1", "machine" + n, "secret");
        }

        assertThat(groups("::1", "machine" + (9_999 - RightPasswords.MOST), "secret"))
                .isEmpty();
        assertThat(groups("::1", "machine" + (10_000 - RightPasswords.MOST), "secret"))
                .contains(QA);
        assertThat(groups("::1", "machine9999", "secret")).contains(QA);
    }

    private void note(String address, String account, String password) {
        right.note(right.attempt(address, account, password), QA);
    }

    private Optional<List<String>> groups(String address, String account, String password) {
        return right.groups(right.attempt(address, account, password));
    }
}
