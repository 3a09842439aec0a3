package com.athento.deployment.mail;

import static com.athento.deployment.process.Elements.DECIDE_WITHOUT_ANSWER;
import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.record.MailTexts;
import com.athento.deployment.record.TextsOnRecord;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server is away, the procedure goes on, and what leaves later must be true then. */
@ApplicationTest
class LateMailsTest {

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    JdbcClient database;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    private final MisbehavingServer server = new MisbehavingServer();
    private BorrowedSender borrowed;

    @BeforeEach
    void ourServer() {
        borrowed = new BorrowedSender(sender, server);
    }

    @AfterEach
    void theirServer() {
        borrowed.close();
        server.close();
        ClockUtil.reset();
    }

    @Test
    void aQuestionThatDoesNotLeaveHoldsUpNeitherTaskNorDeadlineNorLapse() {
        server.down();
        var intervention = unanswered();
        assertThat(intervention.tasks(OBTAIN_CLIENT_CONSENT)).hasSize(1);

        limps(intervention, intervention.moment("consentDeadline"));
        assertThat(intervention.tasks(DECIDE_WITHOUT_ANSWER)).hasSize(1);

        server.up();
        limps(intervention, intervention.moment("windowStart"));

        assertThat(intervention.tasks(REVISE_REQUEST)).hasSize(1);
        assertThat(intervention.mails()).doesNotContain("consent-request to CONTACT");
    }

    @Test
    void aQuestionThatLeavesAfterItsDeadlineAsksForNoAnswerByThen() {
        server.down();
        var intervention = unanswered();
        server.up();
        limps(intervention, intervention.moment("consentDeadline").plus(Duration.ofHours(2)));

        assertThat(intervention.mails()).containsExactly("consent-request to CONTACT");
        assertThat(server.arrived).as("each of three people once").hasSize(3);
        assertThat(texts(intervention, "consent-request", "SENT"))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).doesNotContain("Necesitamos su respuesta antes"));
        assertThat(texts(intervention, "consent-request", "OBSOLETE"))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).contains("Necesitamos su respuesta antes"));
    }

    @Test
    void anAnswerByPhoneDropsTheQuestionThatHasNotLeft() {
        server.down();
        var intervention = unanswered();
        assertThat(whatTheApiSays(intervention)).containsExactly("SENDING", "SENDING", "SENDING");
        intervention.completes("project", OBTAIN_CLIENT_CONSENT, Lifecycle.consent("AGREED"));
        server.up();
        limps(intervention, lifecycle.now().plus(Duration.ofHours(4)));

        assertThat(intervention.mails())
                .containsExactly("window-confirmed to CONTACT", "window-for-colleagues to COLLEAGUES");
        assertThat(whatTheApiSays(intervention)).containsExactly("DROPPED", "DROPPED", "DROPPED", "SENT", "SENT");
        var page = Visit.browser(port);
        page.logsIn("manager", "demo");
        assertThat(page.get("/interventions/" + intervention.key()).body())
                .contains("not confirmed, its step has ended")
                .doesNotContain("not sent yet");
    }

    private List<String> whatTheApiSays(Intervention intervention) {
        return JsonPath.read(
                Visit.by("manager", port)
                        .get("/api/interventions/" + intervention.key())
                        .isFine()
                        .body(),
                "$.mails[*].state");
    }

    @Test
    void aReminderNeverComesBeforeItsQuestion() {
        server.down();
        var intervention = unanswered();
        // The question fails for good; the reminder's moment comes with the server back.
        server.up();
        lifecycle.now(intervention.moment("reminderAt"));
        var reminder = management
                .createJobQuery()
                .processInstanceId(intervention.id())
                .activityId(OBTAIN_CLIENT_CONSENT)
                .executable()
                .list();
        reminder.forEach(job -> management.executeJob(job.getId()));
        assertThat(intervention.mails()).isEmpty();

        intervention.continues();
        assertThat(intervention.mails()).containsExactly("consent-request to CONTACT");
    }

    @Test
    void theWindowOpensOnTimeAndNothingOfBeforeIsToldAfterwards() {
        var intervention = lifecycle.approved();
        server.down();
        intervention.completes("project", OBTAIN_CLIENT_CONSENT, Lifecycle.consent("AGREED"));
        limps(intervention, lifecycle.now());
        limps(intervention, intervention.moment("noticeAt"));
        limps(intervention, intervention.moment("windowStart"));
        assertThat(intervention.tasks(START_DEPLOYMENT)).hasSize(1);

        server.up();
        limps(intervention, lifecycle.now().plus(Duration.ofHours(4)));

        assertThat(intervention.mails()).containsExactly("consent-request to CONTACT", "start-overdue to MANAGERS");
        assertThat(obsolete(intervention)).containsExactly("window-confirmed", "window-for-colleagues", "user-notice");
        assertThat(intervention.waitsAt()).containsExactly(START_DEPLOYMENT);
    }

    /** The others of an intervention run one after the other, however long one of them takes. */
    @Test
    void anAlertWaitsForNoOtherJob() {
        var intervention = lifecycle.windowOpened();

        assertThat(management
                        .createJobQuery()
                        .processInstanceId(intervention.id())
                        .activityId(START_DEPLOYMENT)
                        .list())
                .extracting(
                        job -> ((JobEntity) job).getJobHandlerConfigurationRaw(),
                        job -> ((JobEntity) job).isExclusive())
                .containsExactlyInAnyOrder(
                        tuple("start-deployment$taskListener~alert-to-late-start", false),
                        tuple("start-deployment$taskListener~let-managers-start", true));
    }

    /** Whose mailbox is full is told with the next date, if not before. */
    @Test
    void noMailToColleaguesHoldsUpAnything() {
        var intervention = lifecycle.agreed();
        for (var colleague : List.of("soporte", "systems", "qa")) {
            server.dislikes.put(colleague + "@athento.example", 452);
        }
        intervention.changes("project", "RESCHEDULE", "The auditors come that day");
        limps(intervention, lifecycle.now());

        assertThat(intervention.mails()).last().isEqualTo("change-for-contact to INFORMED_CONTACT");
        intervention.completes(
                "support",
                REVISE_REQUEST,
                Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-20T22:00"));
        limps(intervention, lifecycle.now());
        server.dislikes.clear();
        intervention.agrees();

        assertThat(intervention.mails()).doesNotContain("change-for-colleagues to INFORMED_COLLEAGUES");
        assertThat(texts(intervention, "window-for-colleagues", "SENT"))
                .last()
                .asString()
                .contains("Saturday, 6 February 2027, 22:00", "Saturday, 20 February 2027, 22:00");
    }

    @Test
    void aRollbackIsToldInsideWhateverTheMailsToTheClientDo() {
        var intervention = lifecycle.inSupport();
        for (var reader : List.of("ana", "luis", "marta")) {
            server.dislikes.put(reader + "@acme.example", 452);
        }
        demandsRollback(intervention);
        limps(intervention, lifecycle.now());

        assertThat(texts(intervention, "outage-for-contact", "SENDING")).hasSize(1);
        assertThat(texts(intervention, "rollback-for-colleagues", "SENT"))
                .singleElement()
                .asString()
                .contains("Nobody can log in", "Too much", "Restore the snapshot");
        assertThat(server.arrived)
                .filteredOn(mail -> mail.header("Subject").startsWith("URGENT, rollback: "))
                .singleElement()
                .extracting(mail -> mail.header("Importance"))
                .isEqualTo("high");
    }

    @Test
    void aRollbackThatIsDoneIsNotToldAnyMoreAndWaitedForNoMail() {
        var intervention = lifecycle.started();
        server.down();
        intervention.completes("systems", Elements.DEPLOY, Map.of("deploymentResult", "FAILED"));
        limps(intervention, lifecycle.now());
        assertThat(texts(intervention, "rollback-for-colleagues", "SENDING")).hasSize(1);
        restores(intervention);
        server.up();
        limps(intervention, lifecycle.now().plus(Duration.ofHours(4)));

        assertThat(intervention.mails())
                .contains("result-for-contact to CONTACT")
                .doesNotContain("rollback-for-colleagues to RESPONSIBLE");
        assertThat(texts(intervention, "result-for-colleagues", "SENT"))
                .as("nobody had heard that it was on")
                .singleElement()
                .asString()
                .contains("was rolled back", "stated that the deployment failed");
        assertThat(intervention.waitsAt()).containsExactly(Elements.CLOSE_INTERVENTION);
    }

    @Test
    void aNoticeThatNeverBeganBeforeTheWindowIsOnRecordAsNotSent() {
        var intervention = lifecycle.agreed();
        lifecycle.now(intervention.moment("windowStart"));
        intervention.runs("notice-due").runs("notify-users");

        assertThat(obsolete(intervention)).containsExactly("user-notice");
        assertThat(server.arrived).hasSize(5);
    }

    @Test
    void ifDoneWasNeverToldOnlyTheRollbackIs() {
        var intervention = demandedBack();
        assertThat(intervention.tasks(ROLL_BACK)).hasSize(1);
        restores(intervention);
        limps(intervention, lifecycle.now());
        server.up();
        limps(intervention, lifecycle.now().plus(Duration.ofHours(4)));
        limps(intervention, lifecycle.now().plus(Duration.ofHours(4)));

        assertOnlyTheRollbackIsTold(intervention);
    }

    @Test
    void noResultLeavesInTheMiddleOfARollback() {
        var intervention = demandedBack();
        server.up();
        limps(intervention, lifecycle.now().plus(Duration.ofMinutes(5)));
        assertThat(intervention.mails()).noneMatch(mail -> mail.startsWith("result-"));

        restores(intervention);
        limps(intervention, lifecycle.now());

        assertOnlyTheRollbackIsTold(intervention);
    }

    @Test
    void anOutageHoldsUpNothingAndIsNotToldOnceItIsOver() {
        var intervention = lifecycle.inSupport();
        server.down();
        demandsRollback(intervention);
        limps(intervention, lifecycle.now());
        assertThat(intervention.tasks(ROLL_BACK)).hasSize(1);

        restores(intervention);
        server.up();
        limps(intervention, lifecycle.now().plus(Duration.ofHours(4)));

        assertThat(intervention.mails()).noneMatch(mail -> mail.startsWith("outage-"));
        assertThat(texts(intervention, "outage-for-contact", "OBSOLETE")).hasSize(1);
        assertThat(intervention.mails()).contains("result-for-contact to CONTACT");
        assertThat(intervention.waitsAt()).containsExactly(Elements.CLOSE_INTERVENTION);
    }

    @Test
    void anOutageThatWasNotToldInTimeIsToldAsItStandsAndOnce() {
        var intervention = lifecycle.inSupport();
        server.down();
        demandsRollback(intervention);
        limps(intervention, lifecycle.now());
        intervention.completes("systems", ROLL_BACK, Map.of("runningVersion", "NEITHER"));
        server.up();
        limps(intervention, lifecycle.now().plus(Duration.ofMinutes(5)));

        assertThat(texts(intervention, "outage-for-contact", "SENT"))
                .singleElement()
                .asString()
                .contains("el servicio no ha vuelto");
        assertThat(texts(intervention, "outage-for-users", "SENT")).hasSize(1);
    }

    @Test
    void whoWasToldThatItIsDoneHearsThatItIsRolledBack() {
        var intervention = lifecycle.inSupport();
        server.down();
        rollsBackInSupport(intervention);
        server.up();
        limps(intervention, lifecycle.now().plus(Duration.ofHours(4)));

        assertThat(texts(intervention, "result-for-contact", "SENT"))
                .hasSize(2)
                .last()
                .asString()
                .contains("se ha deshecho");
    }

    private void assertOnlyTheRollbackIsTold(Intervention intervention) {
        assertThat(intervention.outcome()).isEqualTo("ROLLED_BACK");
        for (var mail :
                List.of("result-for-contact", "result-for-users", "result-for-support", "result-for-colleagues")) {
            assertThat(texts(intervention, mail, "SENT")).as(mail).hasSize(1);
        }
        assertThat(texts(intervention, "result-for-contact", "SENT").get(0)).contains("se ha deshecho");
        assertThat(texts(intervention, "result-for-contact", "SENDING")).isEmpty();
        assertThat(intervention.waitsAt()).containsExactly(Elements.CLOSE_INTERVENTION);
    }

    @Test
    void whoWasPromisedANewDateHearsItWhateverTheChannelsSayNow() {
        var intervention = lifecycle.agreed();
        intervention.at(intervention.moment("noticeAt"));
        intervention
                .changes("project", "RESCHEDULE", "The auditors come that day")
                .continues()
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of(
                                "requesterDecision",
                                "AMEND",
                                "windowStartLocal",
                                "2027-02-20T22:00",
                                "noticeChannels",
                                "NONE",
                                "noNoticeReason",
                                "Nobody works then"))
                .continues();
        if (!intervention.tasks(Elements.APPROVE_PRODUCT).isEmpty()) {
            intervention.approves();
        }
        intervention.agrees();

        assertThat(texts(intervention, "user-notice", "SENT"))
                .hasSize(2)
                .last()
                .asString()
                .contains("Hasta ahora: sábado, 6 de febrero", "Ahora: sábado, 20 de febrero");
    }

    /** Approved while the server is away: the question waits. */
    private Intervention unanswered() {
        lifecycle.now(Lifecycle.MORNING);
        var intervention = lifecycle.requested();
        intervention.completes("product", Elements.APPROVE_PRODUCT, Lifecycle.approval("product", "APPROVE", "LOW"));
        intervention.completes("project", Elements.APPROVE_PROJECT, Lifecycle.approval("project", "APPROVE", "LOW"));
        limps(intervention, lifecycle.now());
        return intervention;
    }

    /** The version was kept and a manager wants it back, while the server is away. */
    private Intervention demandedBack() {
        var intervention = lifecycle.deployed();
        server.down();
        intervention.battery(100, 100, 0);
        limps(intervention, lifecycle.now());
        demandsRollback(intervention);
        return intervention;
    }

    private void rollsBackInSupport(Intervention intervention) {
        demandsRollback(intervention);
        restores(intervention);
        limps(intervention, lifecycle.now());
    }

    /** And no job is run, whose mail would meet the dead server. */
    private static void restores(Intervention intervention) {
        intervention.completes("systems", ROLL_BACK, Map.of("runningVersion", "PREVIOUS"));
    }

    private static void demandsRollback(Intervention intervention) {
        intervention
                .reports("Nobody can log in", "BLOCKER")
                .completes(
                        "support",
                        Elements.RESOLVE_INCIDENT,
                        Map.of("incidentResolution", "ROLL_BACK", "resolutionNotes", "Too much"))
                .completes("manager", Elements.CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true));
    }

    /** Runs every job that is due, whatever becomes of it, and what follows. */
    private void limps(Intervention intervention, Instant until) {
        lifecycle.now(until);
        var tried = new HashSet<String>();
        for (var due = intervention.due(); !due.isEmpty(); due = intervention.due()) {
            var next = due.stream().filter(job -> tried.add(job.getId())).findFirst();
            if (next.isEmpty()) {
                return;
            }
            try {
                management.executeJob(next.get().getId());
            } catch (MailNotSent | ProcessEngineException trouble) {
                assertThat(trouble).hasMessageMatching("(?s).*[Cc]heck the .*mail server.*");
            }
        }
    }

    private List<String> obsolete(Intervention intervention) {
        return database.sql(
                        "select mail from message_log where intervention_key = ? and state = 'OBSOLETE' order by id")
                .param(intervention.key())
                .query(String.class)
                .list();
    }

    private List<String> texts(Intervention intervention, String mail, String state) {
        return TextsOnRecord.of(database, intervention.key(), mail, state).stream()
                .map(MailTexts::text)
                .toList();
    }
}
