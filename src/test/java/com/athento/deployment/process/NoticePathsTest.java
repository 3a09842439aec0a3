package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Step 4: end users are told in time, beside the wait for the window. */
class NoticePathsTest extends PathsTest {

    @Test
    void usersAreToldTwoDaysBefore() {
        var intervention = lifecycle.agreed();
        assertThat(intervention.dueDateOf("notice-due"))
                .isEqualTo(intervention.moment("windowStart").minus(Duration.ofDays(2)));

        intervention.at(intervention.moment("noticeAt"));

        assertThat(intervention.mails()).endsWith("user-notice to UNINFORMED_END_USERS");
        assertWaiting(intervention).containsExactly("window-opened");
    }

    @Test
    void usersAreToldAtOnceWhenTheLeadTimeHasPassed() {
        var intervention = lifecycle
                .requested(Map.of("windowStartLocal", "2027-02-03T22:00"))
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "EXCEPT", "exceptionReason", "The client asks for it"))
                .approves()
                .agrees();

        assertThat(intervention.mails()).endsWith("user-notice to UNINFORMED_END_USERS");
    }

    @Test
    void nobodyIsToldWithoutAChannel() {
        var intervention = lifecycle
                .approved(Map.of("noticeChannels", "NONE", "noNoticeReason", "The instance has no users yet"))
                .agrees()
                .windowOpens();

        assertWaiting(intervention).containsExactly(START_DEPLOYMENT);
        assertThat(intervention.mails())
                .containsExactly(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES");
    }

    @Test
    void movedWindowIsToldAtOnceAndNotAgainAtTheLeadTime() {
        var intervention = lifecycle.agreed();
        intervention.at(intervention.moment("noticeAt"));

        intervention
                .changes("project", "RESCHEDULE", "The client's auditors are there")
                .continues()
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-20T22:00"))
                .continues()
                .agrees();

        assertThat(intervention.mails())
                .containsExactly(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES",
                        "user-notice to UNINFORMED_END_USERS",
                        "change-for-contact to INFORMED_CONTACT",
                        "change-for-users to INFORMED_END_USERS",
                        "change-for-colleagues to INFORMED_COLLEAGUES",
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES",
                        "user-notice to UNINFORMED_END_USERS");
        assertWaiting(intervention).containsExactly("window-opened");
    }

    @Test
    void noticeStillQueuedIsDroppedWhenTheDeploymentStarts() {
        var intervention = lifecycle.agreed();
        lifecycle.now(intervention.moment("windowStart"));
        intervention.runs("window-opened");
        intervention.starts();

        assertWaiting(intervention).containsExactly("deploy");
        assertThat(intervention.continues().mails()).doesNotContain("user-notice to UNINFORMED_END_USERS");
    }
}
