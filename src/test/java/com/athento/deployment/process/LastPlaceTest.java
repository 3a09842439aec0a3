package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The systems team has one place left: other interventions have all the others at the same time. */
class LastPlaceTest extends PathsTest {

    private static final int TIMES = Integer.getInteger("races.times", 10);

    /** Saturdays and Sundays at ten at night, when nobody else asks for a window. */
    private static LocalDateTime night = LocalDateTime.parse("2028-01-01T22:00");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SystemsTeam team;

    private OthersPlaces others;

    @BeforeEach
    void othersHaveTheOtherPlaces() {
        night = night.plusDays(7);
        others = new OthersPlaces(database, team);
        others.areAt(night);
    }

    @AfterEach
    void othersGo() {
        others.close();
    }

    @Test
    void isForOneOfTwo() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            night = night.plusDays(7);
            others.areAt(night);
            new LastPlace(lifecycle, database, port).isForOneOfTwo(night.toString());
        }
    }

    @Test
    void isHeldFromTheCheckUntilAnotherWindowIsNamedAndGivesTheFindingBack() {
        var first = requested();
        assertThat(first.findings()).isEmpty();
        var second = requested();
        assertThat(second.findings()).containsExactly("CAPACITY ERROR");

        first.changes("project", "RESCHEDULE", "Auditors").continues();
        second.completes("support", REVISE_REQUEST, Map.of("requesterDecision", "AMEND"));

        assertThat(second.findings()).isEmpty();
    }

    @Test
    void isGoneForWhoeverIsExceptedFromSomethingElseTooLate() {
        var jumps = lifecycle.requested(Map.of("windowStartLocal", night.toString(), "targetVersion", "31.0.0"));
        assertThat(jumps.findings()).containsExactly("MAJOR_VERSION ERROR", "NOT_PROVEN ERROR");
        requested();

        assertRefused(() -> excepted(jumps))
                .startsWith("requesterDecision: 'EXCEPT' is not possible, as the place has gone since the check: ")
                .contains("and it takes 1,000 interventions at once at most; next slots: ")
                .endsWith("Give AMEND: it is checked again, and an exception can be asked for that, too");
        jumps.completes("support", REVISE_REQUEST, Map.of("requesterDecision", "AMEND"));
        assertThat(jumps.findings()).containsExactly("CAPACITY ERROR", "MAJOR_VERSION ERROR", "NOT_PROVEN ERROR");
        excepted(jumps);
        assertWaiting(jumps).containsExactlyInAnyOrder("approve-product", "approve-project");
    }

    private Intervention requested() {
        return lifecycle.requested(Map.of("windowStartLocal", night.toString()));
    }

    private static void excepted(Intervention intervention) {
        intervention.completes(
                "support",
                REVISE_REQUEST,
                Map.of("requesterDecision", "EXCEPT", "exceptionReason", "All hands are needed"));
    }
}
