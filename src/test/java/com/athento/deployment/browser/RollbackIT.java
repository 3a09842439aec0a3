package com.athento.deployment.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One test short of the gate: the version goes back. */
class RollbackIT extends InBrowser {

    @Test
    void failedBatteryLeadsBackToThePreviousVersion() {
        var before = versionOf("ACME-UAT");

        var walk =
                new Walk(this, "rollback")
                        .requested(person("support"), "ACME-UAT", "24.2.0", tenAtNight(MADRID, 5))
                        .approved()
                        .agreed()
                        .windowOpened()
                        .started()
                        .minutesLater(11)
                        .deployed()
                        .tested(100, 79, 21)
                        .rolledBack()
                        .closed();

        assertThat(outcomeOf(walk.key())).isEqualTo("ROLLED_BACK");
        assertThat(versionOf("ACME-UAT")).isEqualTo(before);
    }
}
