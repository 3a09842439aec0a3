package com.athento.deployment.mail;

import static com.athento.deployment.process.Elements.CLOSE_INTERVENTION;
import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static com.athento.deployment.process.Elements.RECOVER_INSTANCE;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.WATCH_OVER_USERS;
import static com.athento.deployment.process.Lifecycle.otherWindow;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.consent.Question;
import com.athento.deployment.consent.Question.State;
import com.athento.deployment.consent.Questions;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.record.MailTexts;
import com.athento.deployment.record.TextsOnRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What the readers of a whole intervention get, and what happens when the mail server is away. */
@ApplicationTest
class MailsOfALifecycleTest {

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    JdbcClient database;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    Questions questions;

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
    void aQuietInterventionWritesTheContactFourTimes() {
        var intervention = lifecycle.supported().closes();

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
        assertThat(textsOf(intervention, "consent-request").get(0))
                .contains("45 minutos", "Riesgo: medio", "Monthly upgrade")
                .contains("sábado, 6 de febrero de 2027, 22:00 (UTC+01:00, Europe/Madrid)");
        assertThat(textOf(intervention, "window-confirmed")).contains("por Ana Ruiz");
        assertThat(textOf(intervention, "user-notice")).contains("dentro de 2 días");
        assertThat(textOf(intervention, "result-for-contact"))
                .contains("100 pruebas: 100 superadas", "Tiempo sin servicio: 20 minutos");
        assertThat(textOf(intervention, "result-for-support")).contains("/go/task/");
        assertThat(textOf(intervention, "closing")).contains("All done", "Resultado: desplegado");
        assertThat(textOf(intervention, "window-for-colleagues"))
                .contains("is agreed for Saturday, 6 February 2027, 22:00", "Requested by Sara Soto")
                .contains("The client's consent: by Ana Ruiz");
        assertThat(textOf(intervention, "closing")).contains("Su conformidad: por Ana Ruiz");
        assertThat(server.arrived).as("the question to each of three").hasSize(10);
        assertThat(server.arrived.get(4).recipients())
                .as("the requester is of support, which has an address of its own")
                .containsExactlyInAnyOrder("soporte@athento.example", "systems@athento.example", "qa@athento.example");
        assertThat(server.arrived.get(9).header("Reply-To")).isEqualTo("soporte@athento.example");
        assertThat(server.arrived.get(0).header("Reply-To")).isEqualTo("proyecto@athento.example");
    }

    /** Demanded back in support, then neither version runs until it is recovered. */
    private Intervention downTwice() {
        return demandedBack(lifecycle.inSupport())
                .continues()
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEITHER"))
                .continues()
                .completes("systems", RECOVER_INSTANCE, Map.of("runningVersion", "PREVIOUS"))
                .continues()
                .closes();
    }

    /** A rollback and a second outage included: what each of them finds in the inbox. */
    @Test
    void everyReaderGetsWhatConcernsThem() {
        var intervention = downTwice();

        var contact = List.of(
                "consent-request",
                "window-confirmed",
                "result-for-contact",
                "outage-for-contact",
                "outage-for-contact",
                "result-for-contact");
        var users =
                List.of("user-notice", "result-for-users", "outage-for-users", "outage-for-users", "result-for-users");
        var atWork = List.of("window-for-colleagues");
        var responsible = List.of("rollback-for-colleagues", "result-for-colleagues");
        assertThat(readersOf(intervention))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        // At the client; where its project team reads the contact is in it.
                        entry("ana@acme.example", and(contact, "closing")),
                        entry("luis@acme.example", contact),
                        entry("marta@acme.example", contact),
                        entry("archivo@acme.example", users),
                        entry("siniestros@acme.example", users),
                        entry("suscripcion@acme.example", users),
                        entry("elena@acme.example", List.of("closing")),
                        entry("jorge@acme.example", List.of("closing")),
                        // Inside; support asked for it, and has an address of its own.
                        entry("systems@athento.example", atWork),
                        entry("qa@athento.example", atWork),
                        entry("soporte@athento.example", atWork),
                        entry(
                                "support@athento.example",
                                List.of(
                                        "result-for-support",
                                        "rollback-for-colleagues",
                                        "result-for-support",
                                        "result-for-colleagues")),
                        entry("support2@athento.example", List.of("result-for-support", "result-for-support")),
                        entry("product@athento.example", responsible),
                        entry("product2@athento.example", responsible),
                        entry("proyecto@athento.example", responsible),
                        entry(
                                "manager@athento.example",
                                List.of("rollback-for-colleagues", "recovery-call", "result-for-colleagues"))));
    }

    private static List<String> and(List<String> mails, String last) {
        return Stream.concat(mails.stream(), Stream.of(last)).toList();
    }

    private Map<String, List<String>> readersOf(Intervention intervention) {
        var readers = new TreeMap<String, List<String>>();
        database.sql("select mail, recipients from message_log where intervention_key = ? order by id")
                .param(intervention.key())
                .query(row -> {
                    for (var reader :
                            Envelope.parse(row.getString("recipients")).all()) {
                        readers.computeIfAbsent(reader, nobody -> new ArrayList<>())
                                .add(row.getString("mail"));
                    }
                });
        return readers;
    }

    /** Each reader hears of it once for each thing that is so, and what it came to at the end. */
    @Test
    void aSecondOutageIsToldToWhoeverHadBeenTold() {
        var intervention = downTwice();

        assertThat(intervention.mails())
                .containsExactly(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES",
                        "user-notice to UNINFORMED_END_USERS",
                        "result-for-contact to CONTACT",
                        "result-for-users to END_USERS",
                        "result-for-support to SUPPORT",
                        "rollback-for-colleagues to RESPONSIBLE",
                        "outage-for-contact to INFORMED_CONTACT",
                        "outage-for-users to INFORMED_END_USERS",
                        "recovery-call to MANAGERS",
                        "outage-for-contact to INFORMED_CONTACT",
                        "outage-for-users to INFORMED_END_USERS",
                        "result-for-contact to CONTACT",
                        "result-for-users to END_USERS",
                        "result-for-support to SUPPORT",
                        "result-for-colleagues to RESPONSIBLE",
                        "closing to PROJECT_TEAM");
        assertThat(textsOf(intervention, "outage-for-contact"))
                .allSatisfy(text -> assertThat(text)
                        .contains("está fuera de servicio desde el sábado, 6 de febrero")
                        .doesNotContain("45 minutos", "Nobody can log in"))
                .satisfiesExactly(
                        text -> assertThat(text).contains("Estamos recuperando lo que había antes"),
                        text -> assertThat(text).contains("el servicio no ha vuelto"));
        assertThat(textOf(intervention, "result-for-colleagues"))
                .contains("was rolled back. Users work again with the previous version")
                .contains(", since Saturday, 6 February 2027, 22:2", "Nobody can log in", "/interventions/")
                .contains("Result: rolled back", "Unavailable for: ");
        assertThat(server.arrived.stream().filter(mail -> mail.raw().contains("text/calendar")))
                .as("the calendars keep the window")
                .hasSize(5);
    }

    /** A quiet result is theirs to look up; the end of a rollback is not, however it ends. */
    @Test
    void whoWasToldOfARollbackHearsThatTheNewVersionRunsAfterAll() {
        var intervention = lifecycle
                .started()
                .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                .continues()
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEW", "rollbackNotes", "It came up"))
                .passes()
                .continues();

        assertThat(intervention.mails()).endsWith("result-for-colleagues to RESPONSIBLE");
        assertThat(textOf(intervention, "result-for-colleagues"))
                .contains("is over: the new version 24.2.0 runs after all.", "It came up", "Support watches over")
                .doesNotContain("rolled back", "stated that the deployment failed");

        demandedBack(intervention)
                .continues()
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "PREVIOUS"))
                .continues();

        assertThat(textsOf(intervention, "result-for-colleagues"))
                .hasSize(2)
                .last()
                .asString()
                .contains("was rolled back", "Nobody can log in");
    }

    @Test
    void whoHadNotBeenToldHearsOfNoOutage() {
        var intervention = lifecycle
                .approved(Map.of("noticeChannels", "NONE", "noNoticeReason", "Nobody is in"))
                .agrees()
                .windowOpens()
                .starts()
                .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEITHER"))
                .continues();

        assertThat(intervention.mails())
                .endsWith("recovery-call to MANAGERS", "outage-for-contact to INFORMED_CONTACT");
        assertThat(textOf(intervention, "outage-for-contact"))
                .contains("desde el sábado, 6 de febrero de 2027, 22:00")
                .contains("el servicio no ha vuelto");
    }

    private static Intervention demandedBack(Intervention intervention) {
        return intervention
                .reports("Nobody can log in", "BLOCKER")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"))
                .completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true));
    }

    @Test
    void aMovedWindowIsToldWithTheOldOne() {
        var intervention = lifecycle.agreed();
        intervention.at(intervention.moment("noticeAt"));
        intervention
                .changes("project", "RESCHEDULE", "The auditors come that day")
                .continues()
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-20T22:00"))
                .continues()
                .agrees();

        assertThat(textOf(intervention, "change-for-contact"))
                .contains("The auditors come that day", "sábado, 6 de febrero de 2027, 22:00");
        assertThat(textOf(intervention, "change-for-colleagues"))
                .contains("The auditors come that day", "Saturday, 6 February 2027, 22:00");
        assertThat(textsOf(intervention, "window-for-colleagues").get(1))
                .contains("is agreed for Saturday, 20 February 2027, 22:00");
        assertThat(textOf(intervention, "change-for-users"))
                .contains("The auditors come that day", "sábado, 6 de febrero de 2027, 22:00");
        assertThat(textsOf(intervention, "consent-request").get(3))
                .contains("Hasta ahora: sábado, 6 de febrero", "Ahora: sábado, 20 de febrero");
        assertThat(textsOf(intervention, "user-notice").get(1))
                .contains("Hasta ahora: sábado, 6 de febrero", "Ahora: sábado, 20 de febrero");
        assertThat(textsOf(intervention, "window-confirmed").get(1)).doesNotContain("Hasta ahora");
    }

    @Test
    void aWindowNamedAtOnceIsToldInOneMailWithTheReason() {
        var intervention = lifecycle.agreed();
        intervention.at(intervention.moment("noticeAt"));

        intervention
                .moves("project", "The auditors come that day", Map.of("windowStartLocal", "2027-02-20T22:00"))
                .continues()
                .agrees();

        assertThat(intervention.mails()).doesNotContain("change-for-contact to INFORMED_CONTACT");
        assertThat(textsOf(intervention, "consent-request").get(3))
                .contains("Hasta ahora: sábado, 6 de febrero", "Ahora: sábado, 20 de febrero")
                .contains("por este motivo", "The auditors come that day");
        // They have not agreed to the new one yet.
        assertThat(textOf(intervention, "change-for-users"))
                .contains("sábado, 6 de febrero de 2027, 22:00", "The auditors come that day")
                .doesNotContain("20 de febrero");
        assertThat(textsOf(intervention, "window-confirmed").get(1)).doesNotContain("por este motivo");
        assertThat(textsOf(intervention, "user-notice").get(1))
                .contains("Hasta ahora: sábado, 6 de febrero", "Ahora: sábado, 20 de febrero")
                .doesNotContain("por este motivo");
    }

    @Test
    void aWindowThatTheClientKnowsAlreadyIsConfirmedWithTheReason() {
        var intervention = lifecycle.agreed();
        intervention.at(intervention.moment("noticeAt"));
        intervention
                .moves("project", "Auditors", Map.of("windowStartLocal", "2027-02-20T22:00"))
                .continues();

        intervention
                .moves("project", "The auditors do not come", Map.of("windowStartLocal", "2027-02-06T22:00"))
                .continues();

        assertThat(textsOf(intervention, "window-confirmed").get(1))
                .contains("Hasta ahora: sábado, 20 de febrero", "Ahora: sábado, 6 de febrero")
                .contains("por este motivo", "The auditors do not come");
    }

    @Test
    void anEndSpeaksOfTheDateThatItsReaderKnows() {
        var intervention = lifecycle
                .agreed()
                .moves("project", "More to do", Map.of("windowStartLocal", "2027-02-20T22:00", "downtimeMinutes", 60))
                .continues();

        intervention.changes("project", "CANCEL", "Not at all").continues();

        assertThat(textOf(intervention, "change-for-contact"))
                .contains("sábado, 6 de febrero de 2027, 22:00")
                .doesNotContain("20 de febrero");
        assertThat(textOf(intervention, "ending-for-contact"))
                .contains("sábado, 6 de febrero de 2027, 22:00")
                .doesNotContain("20 de febrero");
    }

    @Test
    void aWindowThatTheContactProposedIsOnlyConfirmed() {
        var intervention = lifecycle
                .approved()
                .completes("project", OBTAIN_CLIENT_CONSENT, otherWindow("2027-02-13T22:00"))
                .continues()
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-13T22:00"))
                .continues();

        assertThat(intervention.mails())
                .containsExactly(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES");
        assertThat(textOf(intervention, "window-confirmed"))
                .contains("según la propuesta de Ana Ruiz")
                .contains("Hasta ahora: sábado, 6 de febrero", "Ahora: sábado, 13 de febrero");
    }

    @Test
    void whoWasToldIsToldThatAnotherProcedureApplies() {
        var intervention = lifecycle
                .agreed()
                .changes("support", "RESCHEDULE", "There is a simpler way")
                .continues()
                .completes("support", REVISE_REQUEST, Map.of("requesterDecision", "AMEND", "flagPossible", true))
                .continues();

        assertThat(intervention.outcome()).isEqualTo("NOT_TYPE_4");
        assertThat(intervention.mails())
                .endsWith(
                        "change-for-contact to INFORMED_CONTACT",
                        "change-for-colleagues to INFORMED_COLLEAGUES",
                        "right-procedure to REQUESTER",
                        "ending-for-contact to INFORMED_CONTACT",
                        "ending-for-colleagues to INFORMED_COLLEAGUES");
        assertThat(textOf(intervention, "ending-for-contact")).contains("El cambio se hará de otra manera.");
    }

    @Test
    void managersAreAlertedOnceAlsoWhenTheDeploymentIsEnteredAgain() {
        var intervention = lifecycle
                .deployed()
                .completes("qa", "run-qa-battery", Lifecycle.qa(100, 10, 90, 0, 0, true))
                .continues();
        intervention
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEW"))
                .continues()
                .after(Duration.ofHours(1))
                .completes("qa", "run-qa-battery", Lifecycle.qa(100, 10, 90, 0, 0, true))
                .continues()
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEW"))
                .continues();

        assertThat(intervention.mails()).containsOnlyOnce("point-of-no-return to MANAGERS");
    }

    @Test
    void rollbackAndSupportDoNotWaitForADeadServer() {
        var intervention = lifecycle.started();
        server.down();

        intervention.deploys().completes("qa", "run-qa-battery", Lifecycle.qa(100, 10, 90, 0, 0, true));
        assertThat(intervention.tasks(ROLL_BACK)).hasSize(1);
        intervention.completes("systems", ROLL_BACK, Map.of("runningVersion", "PREVIOUS"));
        runsInto(intervention);
        assertThat(intervention.tasks(CLOSE_INTERVENTION)).hasSize(1);

        var other = withServer(() -> lifecycle.started()).deploys();
        other.battery(100, 100, 0);
        runsInto(other);
        assertThat(other.tasks(WATCH_OVER_USERS)).hasSize(1);

        server.up();
        lifecycle.now(lifecycle.now().plus(Duration.ofMinutes(1)));
        other.continues();
        assertThat(other.mails())
                .contains(
                        "result-for-contact to CONTACT",
                        "result-for-users to END_USERS",
                        "result-for-support to SUPPORT");
    }

    @Test
    void oneMailInTroubleDoesNotHoldBackAnotherIntervention() {
        server.down();
        lifecycle.now(Lifecycle.MORNING);
        var first = lifecycle.requested();
        first.completes("product", "approve-product", Lifecycle.approval("product", "APPROVE", "LOW"));
        first.completes("project", "approve-project", Lifecycle.approval("project", "APPROVE", "LOW"));
        runsInto(first);
        assertThat(first.mails()).isEmpty();

        server.up();
        var second = lifecycle.approved();
        assertThat(second.mails()).containsExactly("consent-request to CONTACT");

        assertThat(first.due()).as("in its pause").isEmpty();
        first.after(Duration.ofSeconds(11));
        assertThat(first.mails()).containsExactly("consent-request to CONTACT");
    }

    @Test
    void whoseMailIsStillOnItsWayIsToldOfTheEnd() {
        server.down();
        var intervention = lifecycle.requested();
        intervention.completes("product", "approve-product", Lifecycle.approval("product", "APPROVE", "LOW"));
        intervention.completes("project", "approve-project", Lifecycle.approval("project", "APPROVE", "LOW"));
        runsInto(intervention);

        server.up();
        intervention.changes("project", "CANCEL", "Not needed any more").continues();

        assertThat(intervention.mails())
                .containsExactly("ending-for-requester to REQUESTER", "ending-for-contact to INFORMED_CONTACT");
        assertThat(textOf(intervention, "ending-for-contact")).contains("Not needed any more");
    }

    @Test
    void aReminderIsTriedAgainAndSentOnce() {
        var intervention = lifecycle.approved();
        lifecycle.now(intervention.moment("reminderAt"));
        server.down();

        assertThatThrownBy(intervention::continues)
                .hasMessageContaining("The mail 'consent-reminder' for " + intervention.key())
                .hasMessageContaining("Check the mail server, then retry this job here.");
        assertThat(intervention.tasks(OBTAIN_CLIENT_CONSENT)).hasSize(1);
        assertThat(intervention.due()).as("in its pause").isEmpty();

        server.up();
        intervention.after(Duration.ofSeconds(11)).after(Duration.ofHours(1));

        assertThat(intervention.mails()).containsExactly("consent-request to CONTACT", "consent-reminder to CONTACT");
        assertThat(server.arrived).hasSize(6);
        assertThat(server.arrived.get(3).header("Subject"))
                .isNotEqualTo(server.arrived.get(0).header("Subject"));
    }

    @Test
    void theLinkOfAReminderVoidsThatOfTheSamePersonOnceItHasLeft() {
        var intervention = lifecycle.approved();
        var anas = linkTo("ana@acme.example");
        var luis = linkTo("luis@acme.example");
        assertThat(List.of(state(anas), state(luis))).containsOnly(State.OPEN);

        lifecycle.now(intervention.moment("reminderAt"));
        server.down();
        assertThatThrownBy(intervention::continues).isNotNull();
        assertThat(List.of(state(anas), state(luis))).containsOnly(State.OPEN);

        server.up();
        server.dislikes.put("luis@acme.example", 451);
        lifecycle.now(lifecycle.now().plus(Duration.ofSeconds(11)));
        assertThatThrownBy(intervention::continues).hasMessageContaining("luis@acme.example");
        assertThat(state(anas)).isEqualTo(State.SUPERSEDED);
        assertThat(state(linkTo("ana@acme.example"))).isEqualTo(State.OPEN);
        assertThat(state(luis)).as("his own reminder has not left").isEqualTo(State.OPEN);

        server.dislikes.clear();
        intervention.after(Duration.ofHours(1));
        assertThat(state(luis)).isEqualTo(State.SUPERSEDED);
        assertThat(state(linkTo("luis@acme.example"))).isEqualTo(State.OPEN);
        assertThat(server.arrived)
                .extracting(mail -> mail.recipients().get(0))
                .containsExactlyInAnyOrder(
                        "ana@acme.example",
                        "luis@acme.example",
                        "marta@acme.example",
                        "ana@acme.example",
                        "luis@acme.example",
                        "marta@acme.example");
    }

    @Test
    void whoIsNoLongerAskedCannotAnswerOnceTheOthersAreAskedAgain() {
        var intervention = lifecycle.approved();
        var martas = linkTo("marta@acme.example");
        // As if it had gone to somebody whom the register does not name any more.
        database.sql(
                        "update message_log set recipients = 'To: gone@acme.example' where intervention_key = ? and link_of = 'Marta Peña'")
                .param(intervention.key())
                .update();
        assertThat(state(martas)).isEqualTo(State.OPEN);

        intervention.at(intervention.moment("reminderAt"));

        assertThat(state(martas)).isEqualTo(State.SUPERSEDED);
    }

    private State state(Token link) {
        return questions.by(link).map(Question::state).orElseThrow();
    }

    /** The newest one. */
    private Token linkTo(String address) {
        return server.arrived.stream()
                .filter(mail -> mail.recipients().equals(List.of(address)))
                .reduce((one, next) -> next)
                .map(MailsOfALifecycleTest::linkOf)
                .orElseThrow();
    }

    private static Token linkOf(MisbehavingServer.Arrived mail) {
        var link = Pattern.compile("/consent/([\\w-]{43})").matcher(mail.raw().replace("=\r\n", ""));
        assertThat(link.find()).isTrue();
        return new Token(link.group(1));
    }

    /** Runs what is due until the mail server says no. */
    private static void runsInto(Intervention intervention) {
        assertThatThrownBy(intervention::continues).isInstanceOf(MailNotSent.class);
    }

    private <T> T withServer(Supplier<T> work) {
        server.up();
        try {
            return work.get();
        } finally {
            server.down();
        }
    }

    private String textOf(Intervention intervention, String mail) {
        var texts = textsOf(intervention, mail);
        assertThat(texts).as(mail).hasSize(1);
        return texts.get(0);
    }

    private List<String> textsOf(Intervention intervention, String mail) {
        return TextsOnRecord.of(database, intervention.key(), mail).stream()
                .map(MailTexts::text)
                .toList();
    }
}
