package com.athento.deployment.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From the request to the closing mail, each team with its own login. */
class LifecycleIT extends InBrowser {

    @Test
    void upgradeGoesThroughTheHandsOfAllTeams() {
        var walk = new Walk(this, "lifecycle")
                .requested(person("support"), "ACME-PRO", "24.2.0", tenAtNight(MADRID, 5))
                .approved()
                .agreed()
                .windowOpened()
                .started()
                .minutesLater(11)
                .deployed()
                .tested(100, 93, 7)
                .hotfixed()
                .tested(100, 98, 2)
                .accepted()
                .supported()
                .closed();

        assertThat(outcomeOf(walk.key())).isEqualTo("DEPLOYED");
        assertThat(versionOf("ACME-PRO")).isEqualTo("24.2.0");
        assertThat(mailsOf(walk.key()))
                .containsExactlyInAnyOrder(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES",
                        "user-notice to UNINFORMED_END_USERS",
                        "result-for-contact to CONTACT",
                        "result-for-users to END_USERS",
                        "result-for-support to SUPPORT",
                        "closing to PROJECT_TEAM");
    }
}
