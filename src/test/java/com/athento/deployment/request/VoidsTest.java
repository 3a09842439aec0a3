package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.Sentence;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row changes the upgrade of ACME-PRO from 24.1.0 to 24.2.0, Saturday at ten, 45 minutes. */
class VoidsTest {

    private static final String SATURDAY = "2027-02-06T22:00+01:00";
    private static final String SUNDAY = "2027-02-07T22:00+01:00";

    private static final Plan BEFORE = Plans.upgrade("24.1.0", "24.2.0", SATURDAY, 45);

    @ParameterizedTest(name = "{0}, {1} to {2}, at {3} for {4} min")
    @CsvSource({
        "VERSION_UPGRADE, 24.1.0, 24.2.0, Saturday, 45, false, false",
        "VERSION_UPGRADE, 24.1.0, 24.2,   Saturday, 45, false, false",
        "VERSION_UPGRADE, 24.1.0, 24.2.1, Saturday, 45, true,  true",
        "VERSION_UPGRADE, 24.1.5, 24.2.0, Saturday, 45, true,  true",
        "APACHE,          24.1.0, ,       Saturday, 45, true,  true",
        "VERSION_UPGRADE, 24.1.0, 24.2.0, Saturday, 46, true,  true",
        "VERSION_UPGRADE, 24.1.0, 24.2.0, Saturday, 44, false, false",
        "VERSION_UPGRADE, 24.1.0, 24.2.0, Sunday,   45, false, true",
        "VERSION_UPGRADE, 24.1.0, 24.2.0, Sunday,   44, false, true",
        "VERSION_UPGRADE, 24.1.0, 24.2.0, Sunday,   46, true,  true"
    })
    void dependsOnWhatChanged(
            ChangeKind kind, String from, String to, String day, int minutes, boolean approvals, boolean consent) {
        var start = day.equals("Sunday") ? SUNDAY : SATURDAY;
        var after = Plans.plan(kind, from, to, start, minutes);

        assertThat(Voids.between(BEFORE, after, List.of(), List.of())).isEqualTo(new Voids(approvals, consent));
    }

    @ParameterizedTest(name = "{0}: found {1}, now {2}")
    @CsvSource({
        "Sunday,   ,                        LEAD_TIME,     true",
        "Sunday,   LEAD_TIME,               LEAD_TIME,     false",
        "Sunday,   LEAD_TIME SAME_INSTANCE, LEAD_TIME,     false",
        "Sunday,   LEAD_TIME,               SAME_INSTANCE, true",
        "Sunday,   TOO_LATE_FOR_CONSENT,    ,              false",
        "Saturday, ,                        SAME_INSTANCE, false"
    })
    void movedWindowWithANewFindingVoidsApprovals(String day, String found, String finds, boolean approvals) {
        var after = Plans.upgrade("24.1.0", "24.2.0", day.equals("Sunday") ? SUNDAY : SATURDAY, 45);

        assertThat(Voids.between(BEFORE, after, findings(found), findings(finds))
                        .approvals())
                .isEqualTo(approvals);
    }

    @ParameterizedTest
    @CsvSource({"24.1.0, 24.1.5"})
    void versionInUseMattersToUpgradesOnly(String from, String later) {
        var before = Plans.plan(ChangeKind.APACHE, from, null, SATURDAY, 45);
        var after = Plans.plan(ChangeKind.APACHE, later, null, SATURDAY, 45);

        assertThat(Voids.between(before, after, List.of(), List.of())).isEqualTo(new Voids(false, false));
    }

    private static List<Finding> findings(String codes) {
        return codes == null
                ? List.of()
                : Arrays.stream(codes.split(" "))
                        .map(code -> Finding.error(Finding.Code.valueOf(code), Sentence.plain("found")))
                        .toList();
    }
}
