package com.athento.deployment.turn;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Haste;
import com.athento.deployment.intervention.Reminding;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.turn.Lateness.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A task that appears at noon; each kind of pressure has spans of its own. */
class LatenessTest {

    private static final Instant NOON = Instant.parse("2027-02-02T12:00:00Z");

    private static final OverdueProperties SPANS = new OverdueProperties(
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(2),
            Duration.ofMinutes(20),
            Duration.ofMinutes(3),
            Duration.ofMinutes(30),
            Duration.ofMinutes(4),
            Duration.ofMinutes(40),
            Duration.ofMinutes(5),
            Duration.ofMinutes(50),
            Duration.ofDays(1),
            Duration.ofMinutes(7));

    @ParameterizedTest(name = "{0}, due at {1}: team {2}, managers {3}")
    @CsvSource({
        "WINDOW,   13:00, 13:01, 13:11",
        "BLOCKER,  13:00, 13:02, 13:22",
        "CRITICAL, 13:00, 13:03, 13:33",
        "MAJOR,    13:00, 13:04, 13:44",
        "ROUTINE,  13:00, 13:05, 13:55",
        // What was due before it appeared has its time from then on.
        "ROUTINE,  11:59, 12:05, 12:55",
        "ROUTINE,  12:00, 12:05, 12:55"
    })
    void teamAndManagersHearOneAfterTheOther(Pressure pressure, String due, String team, String managers) {
        var lateness = lateness(pressure, due);

        assertThat(lateness.first(Reminding.WHEN_OVERDUE)).contains(new Telling(Occasion.OVERDUE, at(team)));
        assertThat(lateness.next(Occasion.OVERDUE, Reminding.WHEN_OVERDUE, at(team)))
                .contains(new Telling(Occasion.ESCALATED, at(managers)));
        assertThat(lateness.earliest(Occasion.ESCALATED)).contains(at(managers));
        assertThat(lateness.next(Occasion.ESCALATED, Reminding.WHEN_OVERDUE, at(managers)))
                .isEmpty();
    }

    @ParameterizedTest(name = "due at {0}: {1} at {2}")
    @CsvSource({"14:00, HALFWAY, 13:00", "12:01, HALFWAY, 12:00:30", "12:00, OVERDUE, 12:05", "11:00, OVERDUE, 12:05"})
    void halfwayIsBetweenTheStartAndTheMomentWhenItIsDue(String due, Occasion occasion, String moment) {
        assertThat(lateness(Pressure.ROUTINE, due).first(Reminding.HALFWAY))
                .contains(new Telling(occasion, at(moment)))
                .isEqualTo(lateness(Pressure.ROUTINE, due).first(Reminding.ITS_TEAM));
    }

    @ParameterizedTest(name = "asked for {0}, at {1}: {2}")
    @CsvSource({
        "HALFWAY, 13:00, HALFWAY",
        "HALFWAY, 14:04:59, HALFWAY",
        "HALFWAY, 14:05, OVERDUE",
        "OVERDUE, 13:00, OVERDUE",
        "AGAIN,   15:00, AGAIN"
    })
    void halfOfATimeThatIsOverIsNoNews(Occasion asked, String now, Occasion said) {
        assertThat(lateness(Pressure.ROUTINE, "14:00").by(at(now), asked)).isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} tells the managers that it is overdue: {1}")
    @CsvSource({"WHEN_OVERDUE, true", "HALFWAY, true", "ITS_TEAM, false"})
    void whereAMailOfTheModelTellsTheManagersThisOneDoesNot(Reminding reminding, boolean told) {
        assertThat(lateness(Pressure.WINDOW, "13:00")
                        .next(Occasion.OVERDUE, reminding, at("13:01"))
                        .isPresent())
                .isEqualTo(told);
    }

    @Test
    void theNightBeforeTheTeamHearsIsNotPartOfTheManagersSpan() {
        assertThat(lateness(Pressure.ROUTINE, "13:00").next(Occasion.OVERDUE, Reminding.HALFWAY, at("20:00")))
                .contains(new Telling(Occasion.ESCALATED, at("20:50")));
    }

    @Test
    void whatCannotWaitRemindsFromItsStartAndFromEachMail() {
        var lateness = lateness(Pressure.WINDOW, "23:00");

        assertThat(lateness.first(Reminding.UNTIL_DONE)).contains(new Telling(Occasion.AGAIN, at("12:01")));
        assertThat(lateness.next(Occasion.AGAIN, Reminding.UNTIL_DONE, at("15:00")))
                .contains(new Telling(Occasion.AGAIN, at("15:07")));
        assertThat(lateness.concernsManagers(at("12:10:59"))).isFalse();
        assertThat(lateness.concernsManagers(at("12:11"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reminding.class,
            names = {"WHEN_OVERDUE", "HALFWAY", "ITS_TEAM"})
    void whatIsNeverDueIsNeverLate(Reminding reminding) {
        assertThat(new Lateness(SPANS, Pressure.ROUTINE, NOON, Optional.empty()).first(reminding))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}, at night {3}")
    @CsvSource({
        "ALWAYS,      NONE,     WINDOW,   true",
        "ALWAYS,      MINOR,    WINDOW,   true",
        "BY_SEVERITY, BLOCKER,  BLOCKER,  true",
        "BY_SEVERITY, CRITICAL, CRITICAL, true",
        "BY_SEVERITY, MAJOR,    MAJOR,    false",
        "BY_SEVERITY, MINOR,    ROUTINE,  false",
        "BY_SEVERITY, NONE,     ROUTINE,  false"
    })
    void theWindowAndTheSeverityPress(Haste haste, Severity severity, Pressure pressure, boolean urgent) {
        assertThat(Pressure.of(haste, severity)).isEqualTo(pressure);
        assertThat(pressure.isUrgent()).isEqualTo(urgent).isEqualTo(haste.isUrgent(severity));
    }

    @Test
    void aWatchIsReadAsItWasWritten() {
        var watch = new Watch("4d5e", Occasion.AGAIN, 3, Pressure.WINDOW, Reminding.ITS_TEAM);

        assertThat(Watch.of(watch.text())).isEqualTo(watch);
        assertThat(Watch.of("4d5e AGAIN 3 WINDOW").reminding())
                .as("a job from before")
                .isEqualTo(Reminding.WHEN_OVERDUE);
        assertThat(watch.then(Occasion.AGAIN).round()).isEqualTo(4);
        assertThat(watch.then(Occasion.ESCALATED).round()).isZero();
    }

    private static Lateness lateness(Pressure pressure, String due) {
        return new Lateness(SPANS, pressure, NOON, Optional.of(at(due)));
    }

    private static Instant at(String time) {
        return Instant.parse("2027-02-02T" + (time.length() == 5 ? time + ":00" : time) + "Z");
    }
}
