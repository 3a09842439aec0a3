package com.athento.deployment.turn;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static com.athento.deployment.process.Elements.WATCH_OVER_USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Reminding;
import com.athento.deployment.process.Lifecycle;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing waits for ever: who hears that a task is late, when, and when no longer. */
class WatchTurnTest extends ToldStaffTest {

    @Autowired
    TurnMails turnMails;

    @Autowired
    WatchTurn watchTurn;

    /** Support ends in the night to Monday: its team hears of it that morning. */
    @Test
    void anOverdueTaskIsToldToItsTeamOnceAndLaterToTheManagers() {
        var task = lifecycle.inSupport().task(WATCH_OVER_USERS);
        var due = task.getDueDate().toInstant();
        assertThat(due).isBetween("2027-02-07T19:00:00Z", "2027-02-08T02:00:00Z");
        lifecycle.now(Instant.parse("2027-02-07T07:00:00Z"));
        announced();

        at(due.plus(Duration.ofHours(4)));
        assertThat(mails()).as("at night").isEmpty();
        at(Instant.parse("2027-02-08T07:00:00Z"));

        assertThat(mails()).allSatisfy(mail -> assertThat(subject(mail)).startsWith("Overdue: "));
        assertThat(mailsTo("soporte@athento.example"))
                .singleElement()
                .satisfies(mail -> assertThat(text(mail)).contains("It is overdue.", "/go/task/" + task.getId()));
        assertThat(mailsTo("manager@athento.example")).isEmpty();

        at(Instant.parse("2027-02-09T07:04:59Z"));
        assertThat(mailsTo("manager@athento.example")).isEmpty();
        at(Instant.parse("2027-02-09T07:05:00Z"));
        at(Instant.parse("2027-02-12T07:05:00Z"));

        assertThat(mailsTo("manager@athento.example")).singleElement().satisfies(mail -> {
            assertThat(subject(mail)).startsWith("Overdue, for the managers: Watch");
            assertThat(text(mail))
                    .contains("its team has been told so", "/interventions/INT-")
                    .doesNotContain("/go/task/");
        });
        assertThat(mailsTo("soporte@athento.example")).as("once").hasSize(1);
    }

    @Test
    void fromTheWindowOnTheSpansAreShortAlsoAtNight() {
        var task = lifecycle.started().task(DEPLOY);
        var due = task.getDueDate().toInstant();
        announced();

        at(due.plus(Duration.ofMinutes(5)).minusMillis(1));
        assertThat(about(task, "systems@athento.example")).isEmpty();
        at(due.plus(Duration.ofMinutes(5)));
        assertThat(about(task, "systems@athento.example"))
                .singleElement()
                .satisfies(mail -> assertThat(subject(mail)).startsWith("URGENT, overdue: Deploy"));

        at(due.plus(Duration.ofMinutes(20)).minusMillis(1));
        assertThat(mailsTo("manager@athento.example")).isEmpty();
        at(due.plus(Duration.ofMinutes(20)));
        assertThat(mailsTo("manager@athento.example"))
                .singleElement()
                .satisfies(mail -> assertThat(subject(mail)).startsWith("URGENT, overdue, for the managers: Deploy"));
    }

    /** Its team hears while it can still start; the managers once it cannot, by one mail. */
    @Test
    void aStartIsDueAtTheEndOfItsToleranceAndItsManagersHearOnce() {
        var intervention = lifecycle.windowOpened();
        var task = intervention.task(START_DEPLOYMENT);
        var start = intervention.moment("windowStart");
        var latest = start.plus(Duration.ofMinutes(30));
        assertThat(task.getDueDate().toInstant()).isEqualTo(latest);
        announced();

        at(start.plus(Duration.ofMinutes(15)));
        assertThat(mailsTo("systems@athento.example"))
                .singleElement()
                .satisfies(mail -> assertThat(subject(mail)).startsWith("URGENT, reminder: Start the deployment"));
        assertThat(mailsTo("manager@athento.example")).isEmpty();

        at(latest);
        intervention.continues();
        at(latest.plus(Duration.ofMinutes(5)));
        intervention.continues();
        at(latest.plus(Duration.ofHours(2)));

        assertThat(mailsTo("systems@athento.example"))
                .extracting(WatchTurnTest::subject)
                .satisfiesExactly(
                        mail -> assertThat(mail).startsWith("URGENT, reminder: Start"),
                        mail -> assertThat(mail).startsWith("URGENT, overdue: Start"));
        assertThat(mailsTo("manager@athento.example")).isEmpty();
        assertThat(intervention.mails()).containsOnlyOnce("start-overdue to MANAGERS");
    }

    /** What went back because of an incident has the hour's time, and not that of the evening. */
    @Test
    void noTaskIsOverdueInTheMinuteInWhichItAppears() {
        var intervention = lifecycle.windowOpened();
        assertAhead(intervention.task(START_DEPLOYMENT));
        assertAhead(intervention.starts().task(DEPLOY));
        intervention.deploys().passes().after(Duration.ofHours(3)).reports("Login fails", "BLOCKER");
        assertAhead(intervention.task(RESOLVE_INCIDENT));
        intervention.completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"));
        assertAhead(intervention.task(CONFIRM_ROLLBACK));
        intervention.completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true));

        assertAhead(intervention.task(ROLL_BACK));
    }

    private void assertAhead(Task task) {
        assertThat(task.getDueDate().toInstant()).as(task.getName()).isAfter(lifecycle.now());
    }

    @Test
    void thatSomebodyHasItDoesNotMakeItDone() {
        var task = lifecycle.windowOpened().task(START_DEPLOYMENT);
        takes("systems", task);
        announced();

        at(task.getDueDate().toInstant().plus(Duration.ofMinutes(5)));

        assertThat(mailsTo("systems@athento.example"))
                .singleElement()
                .satisfies(mail -> assertThat(text(mail)).contains("has claimed it"));
    }

    @Test
    void whatIsDoneInTimeIsNeverLate() {
        var intervention = lifecycle.windowOpened();
        var due = intervention.task(START_DEPLOYMENT).getDueDate().toInstant();
        intervention.starts();
        announced();

        at(due.plus(Duration.ofMinutes(6)));

        assertThat(mails()).isEmpty();
    }

    /** The rollback comes to whoever deployed; the managers hear of it when it takes long. */
    @Test
    void aRollbackRemindsUntilItIsDone() {
        var intervention = lifecycle.deployed().battery(100, 79, 21);
        var task = intervention.task(ROLL_BACK);
        var start = lifecycle.now();
        announced();

        at(start.plus(Duration.ofMinutes(5)));
        assertThat(about(task, "systems@athento.example")).singleElement().satisfies(mail -> {
            assertThat(subject(mail)).startsWith("URGENT, still to be done: Roll");
            assertThat(text(mail)).contains("repeated until it is");
        });
        assertThat(mailsTo("manager@athento.example")).isEmpty();
        at(start.plus(Duration.ofMinutes(20)).minusMillis(1));
        assertThat(about(task, "systems@athento.example")).hasSize(1);
        at(start.plus(Duration.ofMinutes(20)));
        at(start.plus(Duration.ofMinutes(35)));
        assertThat(about(task, "systems@athento.example")).hasSize(3);
        assertThat(mailsTo("manager@athento.example"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(text(mail)).contains("/interventions/"));

        intervention.completes("systems", task, Map.of("runningVersion", "PREVIOUS"));
        at(start.plus(Duration.ofMinutes(50)));
        at(start.plus(Duration.ofHours(5)));

        assertThat(about(task, "systems@athento.example")).hasSize(3);
        assertThat(mailsTo("manager@athento.example")).hasSize(2);
    }

    /** However long nobody ran anything, there is one mail, and not one for each span. */
    @Test
    void afterAnOutageOfOursItRemindsOnce() {
        var task = lifecycle.deployed().battery(100, 79, 21).task(ROLL_BACK);
        announced();

        at(lifecycle.now().plus(Duration.ofDays(1)));

        assertThat(about(task, "systems@athento.example")).hasSize(1);
    }

    @Test
    void theClientsProposalIsMarkedAndDoesNotWait() {
        var intervention = lifecycle.approved();
        var answer = new HashMap<>(Lifecycle.consent("OTHER_WINDOW"));
        answer.put("consentReason", "We close the year");
        answer.put("proposedWindowLocal", "2027-02-13T22:00");
        intervention.completes("project", OBTAIN_CLIENT_CONSENT, answer).continues();
        var task = intervention.task(REVISE_REQUEST);
        var start = lifecycle.now();
        assertThat(task.getDueDate().toInstant()).isEqualTo(start.plus(Duration.ofHours(24)));

        gathers();
        assertThat(about(task, "support@athento.example")).singleElement().satisfies(mail -> {
            assertThat(subject(mail)).startsWith("Your turn: Revise the request (the client proposes another window)");
            assertThat(text(mail))
                    .contains("The client proposes another window: Saturday, 13")
                    .contains("22:00", "To be done by");
        });
        announced();

        at(start.plus(Duration.ofHours(12)));
        at(Instant.parse("2027-02-03T07:00:00Z"));
        assertThat(about(task, "support@athento.example"))
                .singleElement()
                .satisfies(mail -> assertThat(subject(mail)).startsWith("Reminder: Revise the request (the client"));
    }

    @Test
    void aTaskWhoseDueDateWasMovedHasItsTime() {
        var task = lifecycle.windowOpened().task(START_DEPLOYMENT);
        var due = task.getDueDate().toInstant();
        var moved = due.plus(Duration.ofHours(1));
        task.setDueDate(Date.from(moved));
        engine.getTaskService().saveTask(task);
        announced();

        at(due.plus(Duration.ofMinutes(5)));
        assertThat(mails()).isEmpty();
        at(moved.plus(Duration.ofMinutes(5)).minusMillis(1));
        assertThat(mailsTo("systems@athento.example")).as("halfway").hasSize(1);
        at(moved.plus(Duration.ofMinutes(5)));

        assertThat(mailsTo("systems@athento.example")).as("overdue").hasSize(2);
    }

    /** What a designer adds without a due date has one all the same, and is watched. */
    @Test
    void aTaskOfWhichNobodySaysUntilWhenIsDueAllTheSame() {
        lifecycle.now(Lifecycle.MORNING);
        var added = new TaskEntity("added-by-a-designer");
        added.setCreateTime(Date.from(Lifecycle.MORNING));

        watchTurn.begin(added, Pressure.ROUTINE, Reminding.WHEN_OVERDUE);

        var due = Lifecycle.MORNING.plus(Duration.ofDays(2));
        assertThat(added.getDueDate()).isEqualTo(Date.from(due));
        assertThat(looks()).containsExactly(Date.from(due.plus(Duration.ofHours(4))));
    }

    /** Of a task that is new and late in the same morning, the mail says that it is late. */
    @Test
    void aTaskStandsOnceInAMail() {
        var intervention = lifecycle.requested();
        var task = intervention.task(APPROVE_PRODUCT);
        var soon = lifecycle.now().plus(Duration.ofMinutes(5));
        turnMails.add(
                new Announcement(task.getId(), Occasion.OVERDUE, 0, false, soon), Set.of("product@athento.example"));

        at(soon);

        assertThat(mailsTo("product@athento.example")).singleElement().satisfies(mail -> {
            assertThat(subject(mail)).startsWith("Overdue: Analyse and approve");
            assertThat(text(mail).split("/go/task/", -1)).hasSize(2);
        });
    }

    /** Whatever had to be told until now has been, and is not counted. */
    private void announced() {
        runDue();
        database.sql("delete from demo_mail").update();
    }

    private List<MimeMessage> about(Task task, String reader) {
        return mailsTo(reader).stream()
                .filter(mail -> text(mail).contains(task.getId()))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
