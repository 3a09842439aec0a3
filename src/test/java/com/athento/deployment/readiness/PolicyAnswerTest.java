package com.athento.deployment.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.UpdateAge;
import com.athento.deployment.intervention.VersionAge;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an incident would be answered, and from when on otherwise; with the rules of the table that we ship. */
class PolicyAnswerTest {

    @ParameterizedTest(name = "updated on {0}, on {1} a {2} incident is answered by {3}, otherwise from {4}")
    @CsvSource({
        "2027-02-01, 2027-02-01, BLOCKER,  UPDATE, 2027-02-09",
        "2027-02-01, 2027-02-08, BLOCKER,  UPDATE, 2027-02-09",
        "2027-02-01, 2027-02-09, BLOCKER,  PATCH,",
        "2027-02-01, 2027-02-08, MAJOR,    UPDATE, 2027-03-02",
        "2027-02-01, 2027-03-01, MAJOR,    UPDATE, 2027-03-02",
        "2027-02-01, 2027-03-02, MAJOR,    PATCH,",
        "2027-01-31, 2027-02-28, MAJOR,    UPDATE, 2027-03-01",
        "2027-02-01, 2027-02-01, MINOR,    UPDATE,",
        "2026-02-01, 2027-02-01, TRIVIAL,  UPDATE,",
        ",           2027-02-01, CRITICAL, PATCH,",
        ",           2027-02-01, MINOR,    UPDATE,"
    })
    void saysTheRouteAndTheDayOnWhichItIsAnotherOne(
            LocalDate updated, LocalDate today, Severity severity, Route route, LocalDate flips) {
        var answers = PolicyAnswer.of(PolicyAnswerTest::table, new VersionAge(Optional.ofNullable(updated), today));

        assertThat(answers)
                .filteredOn(answer -> answer.severity() == severity)
                .containsExactly(new PolicyAnswer(severity, route, Optional.ofNullable(flips)));
    }

    static Route table(Severity severity, UpdateAge age) {
        return switch (severity) {
            case BLOCKER, CRITICAL -> age == UpdateAge.WEEK ? Route.UPDATE : Route.PATCH;
            case MAJOR -> age == UpdateAge.OLDER ? Route.PATCH : Route.UPDATE;
            default -> Route.UPDATE;
        };
    }
}
