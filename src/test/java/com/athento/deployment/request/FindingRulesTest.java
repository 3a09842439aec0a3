package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.UpdateAge;
import com.athento.deployment.intervention.VersionAge;
import com.athento.deployment.record.OtherIntervention;
import com.athento.deployment.register.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FindingRulesTest {

    private static final String LATE_SUNDAY = "2027-02-07T22:00+01:00";

    private static final Instant EARLY = Plans.instant("2027-01-01T10:00:00+01:00");

    @ParameterizedTest(name = "asked at {0} for {1}")
    @CsvSource({
        // An ordinary week, then the nights of 23 and of 25 hours.
        "2027-02-02T22:00:00+01:00, 2027-02-04T22:00+01:00,",
        "2027-02-02T22:00:01+01:00, 2027-02-04T22:00+01:00, The window starts 47 h 59 min 59 s after it was asked for; the procedure wants 48 h; so the earliest start is 2027-02-04T22:01+01:00 (Europe/Madrid)",
        "2027-03-26T21:00:00+01:00, 2027-03-28T22:00+02:00,",
        "2027-03-26T21:00:01+01:00, 2027-03-28T22:00+02:00, The window starts 47 h 59 min 59 s after it was asked for; the procedure wants 48 h; so the earliest start is 2027-03-28T22:01+02:00 (Europe/Madrid)",
        "2027-03-26T22:00:00+01:00, 2027-03-28T22:00+02:00, The window starts 47 h after it was asked for; the procedure wants 48 h; so the earliest start is 2027-03-28T23:00+02:00 (Europe/Madrid)",
        "2027-10-29T23:00:00+02:00, 2027-10-31T22:00+01:00,",
        "2027-10-29T23:00:01+02:00, 2027-10-31T22:00+01:00, The window starts 47 h 59 min 59 s after it was asked for; the procedure wants 48 h; so the earliest start is 2027-10-31T22:01+01:00 (Europe/Madrid)",
        "2027-10-29T22:00:00+02:00, 2027-10-31T22:00+01:00,"
    })
    void leadTimeIsElapsedTime(String asked, String start, String sentence) {
        var found = FindingRules.find(check(upgrade(start), Severity.NONE, Plans.instant(asked), Route.UPDATE));

        assertThat(found)
                .extracting(Finding::code, Finding::message)
                .isEqualTo(
                        sentence == null
                                ? List.of()
                                : List.of(tuple(Finding.Code.LEAD_TIME, sentence.replace("; so", ", so"))));
    }

    private static final Proof PROVEN =
            new Proof(Environment.PRO, Instance.Line.SE, List.of("INTERNAL-SE", "NORTHWIND-UAT"), 2);

    @ParameterizedTest(name = "{0}")
    @CsvSource({"NONE, true", "BLOCKER, false", "CRITICAL, false", "MAJOR, false", "MINOR, true", "TRIVIAL, true"})
    void leadTimeIsWaivedForWhatPresses(Severity severity, boolean found) {
        var oneHour = Plans.instant(LATE_SUNDAY).minus(Duration.ofHours(1));

        var codes = codes(check(upgrade(LATE_SUNDAY), severity, oneHour, Route.UPDATE));

        assertThat(codes.contains("LEAD_TIME ERROR")).isEqualTo(found);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "REQUEST,  SAME_INSTANCE ERROR, INT-2027-0007-ACME-PRO also changes ACME-PRO; and its version is not settled yet",
        "APPROVAL, SAME_INSTANCE ERROR,",
        "CONSENT,  SAME_INSTANCE ERROR,",
        "WAITING,  SAME_INSTANCE ERROR,",
        "ROLLOUT,  SAME_INSTANCE ERROR,",
        "SUPPORT,  SAME_INSTANCE WARNING, The support window of INT-2027-0007-ACME-PRO is still open on ACME-PRO",
        "CLOSURE,,",
        "ENDED,,"
    })
    void anotherInterventionOfTheInstance(Phase phase, String code, String sentence) {
        var check = with(new OtherIntervention("INT-2027-0007-ACME-PRO", phase));

        assertThat(codes(check)).isEqualTo(code == null ? List.of() : List.of(code));
        if (sentence != null) {
            assertThat(FindingRules.find(check).get(0).message()).isEqualTo(sentence.replace("; and", ", and"));
        }
    }

    @Test
    void namesAllThatAreNotSettledAndOnlyThem() {
        var check = with(
                new OtherIntervention("INT-2027-0009-ACME-PRO", Phase.WAITING),
                new OtherIntervention("INT-2027-0008-ACME-PRO", Phase.SUPPORT),
                new OtherIntervention("INT-2027-0007-ACME-PRO", Phase.CONSENT));

        assertThat(FindingRules.find(check))
                .extracting(Finding::message)
                .containsExactly(
                        "INT-2027-0007-ACME-PRO, INT-2027-0009-ACME-PRO also changes ACME-PRO, and its version is not settled yet");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "24.9, 24.10,",
        "24.1.0, 24.999.0,",
        "24.1.0, 25, MAJOR_VERSION ERROR",
        "24.1.0, 25.0.0, MAJOR_VERSION ERROR",
        "9.9.9, 10.0, MAJOR_VERSION ERROR"
    })
    void firstNumberJumps(String from, String to, String code) {
        var plan = Plans.upgrade(from, to, LATE_SUNDAY, 45);

        assertThat(codes(check(plan, Severity.NONE, EARLY, Route.UPDATE)))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void configurationChangeHasNoVersionThatJumps() {
        var plan = Plans.plan(ChangeKind.APACHE, "24.1.0", null, LATE_SUNDAY, 45);

        assertThat(codes(check(plan, Severity.NONE, EARLY, Route.UPDATE))).isEmpty();
    }

    @ParameterizedTest(name = "last update {0}, at most {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-24 | WEEK | ACME-PRO was last updated on 2026-12-24, 8 days ago; for severity MAJOR an update may come at most 7 days after the one before, so a patch is the rule",
                "2026-10-05 | MONTH | ACME-PRO was last updated on 2026-10-05, 88 days ago; for severity MAJOR an update may come at most one calendar month after the one before, so a patch is the rule",
                "2026-12-31 | | ACME-PRO was last updated on 2026-12-31, 1 day ago; for severity MAJOR the policy knows no update, so a patch is the rule",
                " | WEEK | Nobody knows when ACME-PRO was last updated; for severity MAJOR an update may come at most 7 days after the one before, so a patch is the rule"
            })
    void patchIsTheRuleForAnOldVersion(LocalDate lastUpdate, UpdateAge limit, String sentence) {
        var check = new Check(
                upgrade(LATE_SUNDAY),
                Severity.MAJOR,
                EARLY,
                Duration.ofDays(2),
                age(lastUpdate),
                Optional.ofNullable(limit),
                Route.PATCH,
                List.of(),
                PROVEN,
                LostFixes.NONE,
                Plans.NOTHING_IN_THE_WAY,
                Plans.NO_SLOTS);

        assertThat(FindingRules.find(check))
                .extracting(Finding::code, Finding::message)
                .containsExactly(tuple(Finding.Code.STALE, sentence));
    }

    @ParameterizedTest(name = "{0}, kept on {1} of {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PRO | | 2 | Version SE 24.2.0 is not proven: it was deployed with success, and kept, on no other instance; the procedure wants at least 2, internal ones included",
                "PRO | INTERNAL-SE | 2 | Version SE 24.2.0 is not proven: it was deployed with success, and kept, on INTERNAL-SE alone; the procedure wants at least 2 other instances, internal ones included",
                "PRO | A-QA B-PRO | 3 | Version SE 24.2.0 is not proven: it was deployed with success, and kept, on A-QA and B-PRO alone; the procedure wants at least 3 other instances, internal ones included",
                "PRO | | 1 | Version SE 24.2.0 is not proven: it was deployed with success, and kept, on no other instance; the procedure wants at least one, internal ones included",
                "PRO | A-QA B-PRO | 2 |",
                "PRO | A-QA | 1 |",
                "PRO | | 0 |",
                "UAT | | 2 |",
                "QA | | 2 |",
                "INTERNAL | | 2 |"
            })
    void aVersionComesToProOnceItIsProven(Environment environment, String keptOn, int wanted, String sentence) {
        var proof = new Proof(
                environment, Instance.Line.SE, keptOn == null ? List.of() : List.of(keptOn.split(" ")), wanted);

        var found = FindingRules.find(check(upgrade(LATE_SUNDAY), proof));

        assertThat(found)
                .extracting(Finding::code, Finding::message, Finding::stops, Finding::exceptionPossible)
                .isEqualTo(
                        sentence == null ? List.of() : List.of(tuple(Finding.Code.NOT_PROVEN, sentence, true, true)));
    }

    @Test
    void configurationChangeNeedsNoProvenVersion() {
        var plan = Plans.plan(ChangeKind.APACHE, "24.1.0", null, LATE_SUNDAY, 45);

        assertThat(codes(check(plan, new Proof(Environment.PRO, Instance.Line.SE, List.of(), 2))))
                .isEmpty();
    }

    private static Check check(Plan plan, Proof proof) {
        return new Check(
                plan,
                Severity.NONE,
                EARLY,
                Duration.ofDays(2),
                age(null),
                Optional.empty(),
                Route.UPDATE,
                List.of(),
                proof,
                LostFixes.NONE,
                Plans.NOTHING_IN_THE_WAY,
                Plans.NO_SLOTS);
    }

    private static VersionAge age(LocalDate lastUpdate) {
        return new VersionAge(Optional.ofNullable(lastUpdate), LocalDate.parse("2027-01-01"));
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void onlyTrivialOnesCanWait(Severity severity) {
        assertThat(codes(check(upgrade(LATE_SUNDAY), severity, EARLY, Route.UPDATE)))
                .isEqualTo(severity == Severity.TRIVIAL ? List.of("WAIT_FOR_UPDATE WARNING") : List.of());
    }

    @Test
    void collectsAll() {
        var check = new Check(
                Plans.upgrade("24.1.0", "25.0.0", LATE_SUNDAY, 45),
                Severity.TRIVIAL,
                Plans.instant(LATE_SUNDAY).minusSeconds(1),
                Duration.ofDays(2),
                age(null),
                Optional.empty(),
                Route.PATCH,
                List.of(new OtherIntervention("INT-2027-0007-ACME-PRO", Phase.ROLLOUT)),
                new Proof(Environment.PRO, Instance.Line.SE, List.of(), 2),
                LostFixes.NONE,
                Plans.NOTHING_IN_THE_WAY,
                Plans.NO_SLOTS);

        assertThat(codes(check))
                .containsExactly(
                        "LEAD_TIME ERROR",
                        "SAME_INSTANCE ERROR",
                        "MAJOR_VERSION ERROR",
                        "NOT_PROVEN ERROR",
                        "STALE ERROR",
                        "WAIT_FOR_UPDATE WARNING");
    }

    private static Check with(OtherIntervention... others) {
        return new Check(
                upgrade(LATE_SUNDAY),
                Severity.NONE,
                EARLY,
                Duration.ofDays(2),
                age(null),
                Optional.empty(),
                Route.UPDATE,
                Arrays.asList(others),
                PROVEN,
                LostFixes.NONE,
                Plans.NOTHING_IN_THE_WAY,
                Plans.NO_SLOTS);
    }

    private static Check check(Plan plan, Severity severity, Instant asked, Route route) {
        return new Check(
                plan,
                severity,
                asked,
                Duration.ofDays(2),
                age(LocalDate.parse("2027-01-25")),
                Optional.empty(),
                route,
                List.of(),
                PROVEN,
                LostFixes.NONE,
                Plans.NOTHING_IN_THE_WAY,
                Plans.NO_SLOTS);
    }

    private static Plan upgrade(String start) {
        return Plans.upgrade("24.1.0", "24.2.0", start, 45);
    }

    private static List<String> codes(Check check) {
        return FindingRules.find(check).stream()
                .map(finding -> finding.code() + " " + finding.severity())
                .toList();
    }
}
