package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.ACCEPT_OR_HOTFIX;
import static com.athento.deployment.process.Elements.APPLY_HOTFIX;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.RUN_QA_BATTERY;
import static com.athento.deployment.process.Elements.WATCH_OVER_USERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Step 6: the battery, the gate at 80 percent, and hotfixes. */
class QaPathsTest extends PathsTest {

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
        "100, 79, FAILED, roll-back",
        "100, 80, PASSED, accept-or-hotfix",
        "5, 4, PASSED, accept-or-hotfix",
        "99, 79, FAILED, roll-back",
        "99, 80, PASSED, accept-or-hotfix",
        "1000000000, 799999999, FAILED, roll-back",
        "1000000000, 800000000, PASSED, accept-or-hotfix",
        "100, 100, PASSED_ALL, watch-over-users",
    })
    void finishedBatteryPassesFromExactlyEightyPercent(long total, long passed, String verdict, String next) {
        var intervention =
                lifecycle.deployed().battery(total, passed, total - passed).continues();

        assertThat(intervention.value("qaVerdict")).isEqualTo(verdict);
        assertWaiting(intervention).containsExactly(next);
    }

    @Test
    void unfinishedBatteryGoesOn() {
        var intervention =
                lifecycle.deployed().completes("qa", RUN_QA_BATTERY, Lifecycle.qa(100, 60, 20, 0, 20, false));

        assertThat(intervention.value("qaVerdict")).isEqualTo("INCONCLUSIVE");
        assertWaiting(intervention).containsExactly(RUN_QA_BATTERY);
    }

    @Test
    void unfinishedBatteryOutOfReachIsRolledBack() {
        var intervention =
                lifecycle.deployed().completes("qa", RUN_QA_BATTERY, Lifecycle.qa(100, 60, 21, 0, 19, false));

        assertWaiting(intervention).containsExactly(ROLL_BACK);
    }

    @Test
    void failuresThatProductAcceptsKeepTheVersion() {
        var intervention = lifecycle
                .deployed()
                .battery(100, 90, 10)
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "ACCEPT"))
                .continues();

        assertWaiting(intervention).containsExactly(WATCH_OVER_USERS);
    }

    @Test
    void hotfixLeadsBackToTheWholeBattery() {
        var intervention = lifecycle
                .deployed()
                .battery(100, 90, 10)
                .completes(
                        "product",
                        ACCEPT_OR_HOTFIX,
                        Map.of("hotfixDecision", "HOTFIX", "hotfixReason", "Login is slow"));
        assertWaiting(intervention).containsExactly(APPLY_HOTFIX);

        intervention.completes("systems", APPLY_HOTFIX, Map.of("hotfixReference", "HF-77"));

        assertWaiting(intervention).containsExactly(RUN_QA_BATTERY);
        assertWaiting(intervention.passes()).containsExactly(WATCH_OVER_USERS);
    }

    @Test
    void hotfixIsRefusedWhereTheHourLeavesNoTimeForIt() {
        // 60 - 36 minutes elapsed = 24, one less than 10 for the hotfix and 15 for the rollback.
        var intervention = lifecycle.deployed().after(Duration.ofMinutes(16)).battery(100, 90, 10);

        assertRefused(() -> intervention.completes(
                "product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX", "hotfixReason", "Login is slow")));
        assertWaiting(intervention).containsExactly(ACCEPT_OR_HOTFIX);
    }

    @Test
    void managerMayHotfixAllTheSameWithAReason() {
        var intervention = lifecycle
                .deployed()
                .after(Duration.ofMinutes(16))
                .battery(100, 90, 10)
                .completes(
                        "manager",
                        ACCEPT_OR_HOTFIX,
                        Map.of("hotfixDecision", "HOTFIX", "hotfixReason", "The client asked for it"));

        assertWaiting(intervention).containsExactly(APPLY_HOTFIX);
    }

    @Test
    void repeatedBatteryMayNotBeSmaller() {
        var intervention =
                lifecycle.deployed().completes("qa", RUN_QA_BATTERY, Lifecycle.qa(100, 60, 20, 0, 20, false));

        assertRefused(() -> intervention.battery(99, 99, 0));
    }
}
