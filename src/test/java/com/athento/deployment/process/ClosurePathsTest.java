package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Step 8: the official end. */
class ClosurePathsTest extends PathsTest {

    @Test
    void quietInterventionIsDeployedWithFourMailsToTheClient() {
        var intervention = lifecycle.supported().closes();

        assertEnded(intervention, "DEPLOYED");
        assertThat(intervention.mails())
                .containsExactly(
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
