package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Lifecycle.approval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Step 2: product and project analyse and approve. */
class ApprovalPathsTest extends PathsTest {

    @Test
    void bothTeamsApproveAndTheHigherRiskCounts() {
        var intervention = lifecycle.approved();

        assertWaiting(intervention).containsExactly(OBTAIN_CLIENT_CONSENT);
        assertThat(intervention.value("effectiveRisk")).isEqualTo("MEDIUM");
        assertThat(intervention.mails()).containsExactly("consent-request to CONTACT");
    }

    @ParameterizedTest
    @CsvSource({"product, approve-product", "project, approve-project"})
    void oneDenialEndsTheOtherTask(String team, String task) {
        var intervention = lifecycle
                .requested()
                .completes(team, task, approval(team, "DENY", "HIGH"))
                .continues();

        assertEnded(intervention, "DENIED");
        assertThat(intervention.mails()).containsExactly("ending-for-requester to REQUESTER");
    }

    @Test
    void approvalAfterADenialComesTooLate() {
        var intervention = lifecycle.requested();
        var other = intervention.task(APPROVE_PROJECT);
        intervention
                .completes("product", APPROVE_PRODUCT, approval("product", "DENY", "HIGH"))
                .continues();

        assertThatThrownBy(() -> intervention.completes("project", other, approval("project", "APPROVE", "LOW")))
                .isInstanceOf(RuntimeException.class);
        assertEnded(intervention, "DENIED");
    }

    @Test
    void requesterCannotApprove() {
        lifecycle.now(Lifecycle.MORNING);
        var intervention = lifecycle.requestedBy("product", Map.of());

        assertRefused(() -> intervention.completes("product", APPROVE_PRODUCT, approval("product", "APPROVE", "LOW")));
        lifecycle.unclaims(intervention.task(APPROVE_PRODUCT));
        intervention.completes("product2", APPROVE_PRODUCT, approval("product", "APPROVE", "LOW"));
        assertWaiting(intervention.continues()).contains(APPROVE_PROJECT);
    }

    @Test
    void approvalsStillOpenAtTheConsentDeadlineAreTooLate() {
        var intervention = lifecycle.requested();
        assertThat(intervention.dueDateOf("too-late-for-consent"))
                .isEqualTo(intervention.moment("windowStart").minus(Duration.ofHours(24)));

        intervention.at(intervention.moment("consentDeadline"));

        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        assertThat(intervention.findings()).containsExactly("TOO_LATE_FOR_CONSENT ERROR");
        assertThat(intervention.mails()).isEmpty();
    }

    @Test
    void exceptedAfterTheDeadlineTheWindowItselfIsTheDeadline() {
        var intervention = lifecycle.requested();
        intervention.at(intervention.moment("consentDeadline"));

        intervention.completes(
                "support",
                REVISE_REQUEST,
                Map.of("requesterDecision", "EXCEPT", "exceptionReason", "The client waits for it"));

        assertWaiting(intervention).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
        assertThat(intervention.moment("consentDeadline")).isEqualTo(intervention.moment("windowStart"));
    }

    @Test
    void approvalsOutlastAMovedWindow() {
        var intervention = lifecycle
                .approved()
                .completes("project", OBTAIN_CLIENT_CONSENT, Lifecycle.otherWindow("2027-02-09T21:00"))
                .continues()
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-10T21:00"))
                .continues();

        assertWaiting(intervention).containsExactly(OBTAIN_CLIENT_CONSENT);
        assertThat(intervention.mails()).containsExactly("consent-request to CONTACT", "consent-request to CONTACT");
    }
}
