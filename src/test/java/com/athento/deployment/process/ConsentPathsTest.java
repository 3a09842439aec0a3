package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.DECIDE_WITHOUT_ANSWER;
import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Lifecycle.consent;
import static com.athento.deployment.process.Lifecycle.otherWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Step 3: the client's yes, no, another window, or silence. */
class ConsentPathsTest extends PathsTest {

    @Test
    void agreementConfirmsTheWindow() {
        var intervention = lifecycle.agreed();

        assertWaiting(intervention).containsExactly("notice-due", "window-opened");
        assertThat(intervention.mails())
                .containsExactly(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES");
    }

    @Test
    void refusalEndsTheIntervention() {
        var intervention = lifecycle
                .approved()
                .completes("project", OBTAIN_CLIENT_CONSENT, consent("DECLINED"))
                .continues();

        assertEnded(intervention, "DECLINED");
        assertThat(intervention.mails())
                .containsExactly(
                        "consent-request to CONTACT",
                        "ending-for-requester to REQUESTER",
                        "ending-for-contact to INFORMED_CONTACT");
    }

    @Test
    void proposedWindowTakenOverUnchangedNeedsNoSecondQuestion() {
        var intervention = lifecycle
                .approved()
                .completes("project", OBTAIN_CLIENT_CONSENT, otherWindow("2027-02-09T21:00"))
                .continues();
        assertWaiting(intervention).containsExactly(REVISE_REQUEST);

        intervention
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-09T21:00"))
                .continues();

        assertWaiting(intervention).containsExactly("notice-due", "window-opened");
        assertThat(intervention.mails())
                .containsExactly(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES");
    }

    @Test
    void proposedWindowTakenOverLongerIsANewQuestion() {
        var intervention = lifecycle
                .approved()
                .completes("project", OBTAIN_CLIENT_CONSENT, otherWindow("2027-02-09T21:00"))
                .continues()
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of(
                                "requesterDecision", "AMEND",
                                "windowStartLocal", "2027-02-09T21:00",
                                "downtimeMinutes", 60))
                .continues();

        assertWaiting(intervention).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
    }

    @Test
    void silenceUntilTheDeadlineOpensADecision() {
        var intervention = lifecycle.approved();
        assertThat(intervention.dueDateOf("consent-overdue"))
                .isEqualTo(intervention.moment("windowStart").minus(Duration.ofHours(24)));

        intervention.at(intervention.moment("consentDeadline"));

        assertWaiting(intervention).containsExactly(DECIDE_WITHOUT_ANSWER, OBTAIN_CLIENT_CONSENT);
    }

    @Test
    void answerAfterTheDeadlineClosesTheDecision() {
        var intervention = lifecycle.approved();
        intervention.at(intervention.moment("consentDeadline"));

        intervention.agrees();

        assertWaiting(intervention).doesNotContain(DECIDE_WITHOUT_ANSWER, OBTAIN_CLIENT_CONSENT);
    }

    @Test
    void withoutAnswerTheWindowCanBeMoved() {
        var intervention = lifecycle.approved();
        intervention
                .at(intervention.moment("consentDeadline"))
                .completes(
                        "project",
                        DECIDE_WITHOUT_ANSWER,
                        Map.of("noAnswerDecision", "RESCHEDULE", "noAnswerReason", "Nobody answers"))
                .continues();

        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        assertThat(intervention.mails())
                .containsExactly("consent-request to CONTACT", "change-for-contact to INFORMED_CONTACT");
    }

    @Test
    void withoutAnswerTheInterventionCanBeGivenUp() {
        var intervention = lifecycle.approved();
        intervention
                .at(intervention.moment("consentDeadline"))
                .completes(
                        "project",
                        DECIDE_WITHOUT_ANSWER,
                        Map.of("noAnswerDecision", "CANCEL", "noAnswerReason", "Nobody answers"))
                .continues();

        assertEnded(intervention, "CANCELLED");
        assertThat(intervention.mails())
                .contains("ending-for-requester to REQUESTER", "ending-for-contact to INFORMED_CONTACT");
    }

    @Test
    void windowReachedWithoutConsentLapsesIntoRevision() {
        var intervention = lifecycle.approved();
        assertThat(intervention.dueDateOf("window-lapsed")).isEqualTo(intervention.moment("windowStart"));
        intervention.at(intervention.moment("consentDeadline"));

        intervention.at(intervention.moment("windowStart"));

        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        assertThat(intervention.value("actualStart")).isNull();
    }

    @Test
    void changedTextsKeepApprovalsAndConsent() {
        var intervention = lifecycle
                .agreed()
                .changes("project", "RESCHEDULE", "A word was wrong")
                .continues()
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "reason", "Monthly upgrade, as agreed"))
                .continues();

        assertWaiting(intervention).containsExactly("notice-due", "window-opened");
    }
}
