package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.record.TextsOnRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever was asked and does not answer is reminded: once, in time, and never at night. */
class ReminderPathsTest extends PathsTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Autowired
    JdbcClient database;

    @Test
    void theClientIsRemindedOnceAndByAnotherMail() {
        var intervention = lifecycle.approved();
        var reminder = intervention.dueDateOf(OBTAIN_CLIENT_CONSENT);
        assertThat(reminder).isEqualTo(intervention.moment("reminderAt"));
        assertThat(reminder).isBetween(lifecycle.now(), intervention.moment("consentDeadline"));
        assertThat(reminder.atZone(MADRID).toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(20, 0));

        intervention.at(reminder.minusSeconds(1));
        assertThat(intervention.mails()).containsExactly("consent-request to CONTACT");
        intervention.at(reminder).after(Duration.ofHours(1));

        assertThat(intervention.mails()).containsExactly("consent-request to CONTACT", "consent-reminder to CONTACT");
        assertThat(text(intervention, "consent-reminder"))
                .contains("sigue pendiente de su respuesta", "/consent/the-link-in-the-mail");
        assertThat(intervention.waitsAt()).contains(OBTAIN_CLIENT_CONSENT);
        assertThat(intervention.agrees().mails())
                .endsWith("window-confirmed to CONTACT", "window-for-colleagues to COLLEAGUES");
    }

    @Test
    void whoHasAnsweredIsNotReminded() {
        var intervention = lifecycle.approved();
        var reminder = intervention.moment("reminderAt");

        intervention.agrees().at(reminder);

        assertThat(intervention.mails())
                .containsExactly(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES");
    }

    @Test
    void onlyTheTeamThatHasNotDecidedIsReminded() {
        var intervention = lifecycle.requested();
        var reminder = intervention.dueDateOf(APPROVE_PROJECT);
        assertThat(intervention.dueDateOf(APPROVE_PRODUCT)).isEqualTo(reminder);
        intervention.completes("product", APPROVE_PRODUCT, Lifecycle.approval("product", "APPROVE", "LOW"));

        intervention.at(reminder);

        assertThat(intervention.mails()).containsExactly("approval-reminder to PROJECT");
        assertThat(text(intervention, "approval-reminder"))
                .contains("/go/task/" + intervention.task(APPROVE_PROJECT).getId());
    }

    @Test
    void bothTeamsAreRemindedIfNeitherHasDecided() {
        var intervention = lifecycle.requested();

        intervention.at(intervention.moment("reminderAt"));

        assertThat(intervention.mails())
                .containsExactlyInAnyOrder("approval-reminder to PRODUCT", "approval-reminder to PROJECT");
    }

    /** The teams took their time: the client is asked later, and has its own time to answer. */
    @Test
    void theClientsTimeBeginsWithItsQuestion() {
        var intervention = lifecycle.requested();
        var first = intervention.moment("reminderAt");
        lifecycle.now(intervention.moment("consentDeadline").minus(Duration.ofHours(6)));

        intervention.approves();

        assertThat(intervention.moment("reminderAt")).isAfter(first).isAfter(lifecycle.now());
    }

    @Test
    void anotherWindowIsAnotherReminder() {
        var intervention = lifecycle.approved();
        var first = intervention.moment("reminderAt");
        intervention
                .changes("project", "RESCHEDULE", "The auditors come that day")
                .continues()
                .completes(
                        "support",
                        Elements.REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-20T22:00"))
                .continues();

        assertThat(intervention.dueDateOf(OBTAIN_CLIENT_CONSENT)).isAfter(first);
        intervention.at(first);
        assertThat(intervention.mails()).doesNotContain("consent-reminder to CONTACT");
    }

    /** The machine may have been off: what is due at night then waits for the morning. */
    @Test
    void aReminderThatIsLateWaitsForTheMorning() {
        var intervention = lifecycle.approved();
        var late = night(intervention.moment("reminderAt"));

        intervention.at(late);
        assertThat(intervention.mails()).containsExactly("consent-request to CONTACT");
        var again = intervention.dueDateOf(OBTAIN_CLIENT_CONSENT);
        assertThat(again.atZone(MADRID).toLocalTime()).isEqualTo(LocalTime.of(8, 0));
        intervention.at(again).after(Duration.ofHours(1));

        assertThat(intervention.mails()).containsOnlyOnce("consent-reminder to CONTACT");
    }

    /** What is due in working hours and runs on Saturday waits for Monday. */
    @Test
    void theClientIsNotRemindedOnAFreeDay() {
        var intervention = lifecycle
                .requested(Map.of("windowStartLocal", "2027-02-16T22:00"))
                .approves();
        var saturday = Instant.parse("2027-02-13T10:00:00Z");
        assertThat(intervention.moment("reminderAt")).isBefore(saturday);

        intervention.at(saturday);

        assertThat(intervention.mails()).containsExactly("consent-request to CONTACT");
        assertThat(intervention.dueDateOf(OBTAIN_CLIENT_CONSENT)).isEqualTo("2027-02-15T07:00:00Z");
    }

    @Test
    void aReminderThatIsPutOffEndsWithItsTask() {
        var intervention = lifecycle.approved();

        intervention.at(night(intervention.moment("reminderAt"))).agrees();

        assertThat(intervention.waitsAt()).doesNotContain(OBTAIN_CLIENT_CONSENT);
        intervention.after(Duration.ofHours(12));
        assertThat(intervention.mails()).doesNotContain("consent-reminder to CONTACT");
    }

    /** The next 23:00 in Madrid. */
    private static Instant night(Instant after) {
        return after.atZone(MADRID).with(LocalTime.of(23, 0)).toInstant();
    }

    private String text(Intervention intervention, String mail) {
        return TextsOnRecord.of(database, intervention.key(), mail).get(0).text();
    }
}
