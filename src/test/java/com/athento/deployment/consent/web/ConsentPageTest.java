package com.athento.deployment.consent.web;

import static com.athento.deployment.consent.web.ClientsMail.newestLink;
import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Lifecycle.consent;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.record.Examples;
import com.athento.deployment.record.TextsOnRecord;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.capacity.Capacity;
import com.athento.deployment.schedule.capacity.Hold;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a client's answer on the page, and of links that no longer count. */
class ConsentPageTest extends PathsTest {

    private static final String ANSWERS = "$.timeline[?(@.element == 'obtain-client-consent' && @.kind == 'TASK')]";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TaskService tasks;

    @Autowired
    Register register;

    @Autowired
    Capacity capacity;

    @Test
    void openingShowsThePlanAndChangesNothing() {
        var intervention = lifecycle.approved();
        var link = newestLink(intervention, port);

        var page = open(link).isFine();

        assertThat(page.body())
                .contains("lang=\"es\"", "sábado, 6 de febrero de 2027, 22:00 (UTC+01:00")
                .contains("21:00 UTC", "45 minutos como máximo", "medio", "Monthly upgrade")
                .contains("href=\"mailto:proyecto@athento.example\"")
                .contains("respuesta antes del viernes, 5 de febrero de 2027, 22:00")
                .contains("Con esto la intervención termina definitivamente");
        assertThat(open(link + "?lang=en").body()).contains("lang=\"en\"", "I agree");
        assertWaiting(intervention).containsExactly(OBTAIN_CLIENT_CONSENT);
    }

    @Test
    void thePageKeepsItsAddressToItself() {
        var headers = open(newestLink(lifecycle.approved(), port)).response().headers();

        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void namesTheFixesThatAreInNoReleaseNotesAndKeepsThemAsShown() {
        var intervention = lifecycle.requested();
        register.addPatch(
                (String) intervention.value("instanceCode"),
                "INT-1",
                Instant.parse("2027-01-15T21:00:00Z"),
                Examples.patch("HF-76", "Search finds again"));
        intervention.approves();

        assertThat(open(newestLink(intervention, port)).body()).contains("HF-76", "finds again");
        answer(intervention, Map.of("answer", "AGREED", "by", "Ana Ruiz")).isFine();
        assertThat(evidence(intervention).get("SHOWN").toString()).contains("HF-76: Search finds again");
        assertThat(evidence(intervention).get("SHOWN").toString())
                .containsPattern("La versión ya está en uso: en otras \\d+ instancias desde el \\d+ de ");
        assertThat(textOf(intervention, "consent-request"))
                .contains("no figuran en las notas de la versión", "- HF-76: Search finds again");
    }

    @Test
    void agreementConfirmsTheWindowAndIsKeptWithItsEvidence() {
        var intervention = lifecycle.approved();

        var thanks = answer(intervention, Map.of("answer", "AGREED", "by", "Ana Ruiz"))
                .isFine();
        intervention.continues();

        assertThat(thanks.body()).contains("Gracias");
        assertThat(intervention.mails()).contains("window-confirmed to CONTACT");
        assertThat(evidence(intervention))
                .containsEntry("ANSWERED_BY", "Ana Ruiz")
                .containsEntry("VIA", "PAGE")
                .containsEntry("RECORDED_BY", "application")
                .containsEntry("FROM_ADDRESS", "127.0.0.1");
        assertThat(evidence(intervention).get("SHOWN").toString())
                .contains("Cuándo: sábado, 6 de febrero de 2027, 22:00", "Monthly upgrade");
        assertThat(Visit.by("qa", port)
                        .get("/api/interventions/" + intervention.key())
                        .body())
                .contains("\"fromAddress\":\"127.0.0.1\"", "Cuándo: sábado, 6 de febrero");
    }

    @Test
    void engineKeepsNothingOfTheEvidence() {
        var intervention = lifecycle.approved();

        answer(intervention, Map.of("answer", "AGREED", "by", "Ana Ruiz")).isFine();

        assertThat(variables("act_ru_variable", intervention))
                .contains("consentBy")
                .doesNotContain("consentEvidence");
        assertThat(variables("act_hi_varinst", intervention)).isEmpty();
    }

    private List<String> variables(String table, Intervention intervention) {
        return database.sql("select name_ from %s where proc_inst_id_ = :id".formatted(table))
                .param("id", intervention.id())
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({"project, 400", "admin, 204"})
    void noFormMakesEvidence(String person, int status) {
        var intervention = lifecycle.approved();
        var task = intervention.task(OBTAIN_CLIENT_CONSENT).getId();

        var answer = Visit.by(person, port).post("/engine-rest/task/" + task + "/complete", """
                {"variables": {"consentAnswer": {"value": "AGREED"}, "consentBy": {"value": "Ana"},
                "consentVia": {"value": "PHONE"}, "consentEvidence": {"type": "String",
                "value": "{\\"linkOf\\":[\\"Ana\\"],\\"address\\":\\"192.0.2.1\\",\\"shown\\":\\"The plan\\"}"}}}""");

        assertThat(answer.status()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.body()).contains("consentEvidence: this step does not take it; it takes consentAnswer");
        } else {
            assertThat(evidence(intervention))
                    .containsEntry("LINK_OF", null)
                    .containsEntry("FROM_ADDRESS", null)
                    .containsEntry("SHOWN", null);
        }
    }

    @Test
    void whoAnswersIsToldByTheLink() {
        var intervention = lifecycle.approved();
        var anas = newestLink(intervention, port);
        var luis = linkTo(intervention, "luis@acme.example");

        assertThat(open(luis).isFine().body())
                .contains("value=\"Luis Gil\"", "este enlace solo a Luis Gil.")
                .doesNotContain("Ana Ruiz");
        post(luis, Map.of("answer", "AGREED", "by", "Luis Gil")).isFine();
        intervention.continues();

        assertOver(open(luis), "<dd>Luis Gil</dd>");
        assertOver(open(anas), "<dd>Luis Gil</dd>");
        assertThat(evidence(intervention))
                .containsEntry("ANSWERED_BY", "Luis Gil")
                .containsEntry("LINK_OF", "Luis Gil");
        assertThat(textOf(intervention, "window-confirmed")).contains("por Luis Gil, registrado");
        var api = whole(intervention);
        assertThat(JsonPath.<List<String>>read(api, "$.consents[*].linkOf[*]")).containsExactly("Luis Gil");
        assertThat(JsonPath.<List<String>>read(api, ANSWERS + ".client")).containsExactly("Luis Gil");
        assertThat(staffRead(intervention)).contains("answered by Luis Gil").doesNotContain("with the link of");
    }

    @Test
    void whoAnswersWithAnothersLinkIsNamedWithTheOther() {
        var intervention = lifecycle.approved();

        post(linkTo(intervention, "marta@acme.example"), Map.of("answer", "AGREED", "by", "Eva Sanz"))
                .isFine();
        intervention.continues();

        assertOver(open(newestLink(intervention, port)), "Eva Sanz, con el enlace de Marta Peña");
        assertThat(textOf(intervention, "window-confirmed"))
                .contains("por Eva Sanz, con el enlace de Marta Peña, registrado");
        var api = whole(intervention);
        assertThat(JsonPath.<List<String>>read(api, ANSWERS + ".client")).containsExactly("Eva Sanz");
        assertThat(JsonPath.<List<String>>read(api, ANSWERS + ".linkOf")).containsExactly("Marta Peña");
        assertThat(staffRead(intervention))
                .contains("answered by Eva Sanz, with the link of Marta Peña")
                .contains("<span>Eva Sanz</span><span>, with the link of Marta Peña</span>");
    }

    @Test
    void anAnswerByPhoneHasNobodysLink() {
        var intervention = lifecycle.approved();
        intervention.completes("project", OBTAIN_CLIENT_CONSENT, consent("AGREED"));

        assertThat(evidence(intervention)).containsEntry("LINK_OF", null);
        assertThat(JsonPath.<List<String>>read(whole(intervention), ANSWERS + ".client"))
                .containsExactly("Ana Ruiz");
        assertThat(staffRead(intervention)).contains("answered by Ana Ruiz").doesNotContain("with the link of");
    }

    private String linkTo(Intervention intervention, String address) {
        var links = ClientsMail.links(intervention, address, port);
        return links.get(links.size() - 1);
    }

    private String whole(Intervention intervention) {
        return Visit.by("qa", port)
                .get("/api/interventions/" + intervention.key())
                .isFine()
                .body();
    }

    private String staffRead(Intervention intervention) {
        var browser = Visit.browser(port);
        browser.logsIn("manager", "demo");
        return browser.get("/interventions/" + intervention.key()).isFine().body();
    }

    private String textOf(Intervention intervention, String mail) {
        return TextsOnRecord.of(database, intervention.key(), mail).get(0).text();
    }

    @Test
    void refusalEndsTheIntervention() {
        var intervention = lifecycle.approved();

        answer(intervention, Map.of("answer", "DECLINED", "reason", "Audit week", "by", "Ana Ruiz"))
                .isFine();
        intervention.continues();

        assertEnded(intervention, "DECLINED");
    }

    @Test
    void proposedWindowTakenOverUnchangedIsOnlyConfirmed() {
        var intervention = lifecycle.approved();

        var thanks = answer(
                        intervention,
                        Map.of(
                                "answer",
                                "OTHER_WINDOW",
                                "window",
                                "",
                                "proposed",
                                "2027-02-13T23:00",
                                "remark",
                                "Audit week",
                                "by",
                                "Ana Ruiz"))
                .isFine();
        assertThat(thanks.body()).contains("sábado, 13 de febrero de 2027, 23:00 (UTC+01:00", "Audit week");
        intervention.continues();
        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        amend(intervention, "2027-02-13T23:00");

        assertThat(intervention.mails())
                .filteredOn(mail -> mail.startsWith("consent-request"))
                .hasSize(1);
        assertThat(intervention.mails()).contains("window-confirmed to CONTACT");
    }

    @Test
    void anotherWindowThanProposedIsANewQuestionThatSaysWhatDiffers() {
        var intervention = lifecycle.approved();
        answer(intervention, Map.of("answer", "OTHER_WINDOW", "proposed", "2027-02-13T23:00", "by", "Ana"));
        intervention.continues();

        amend(intervention, "2027-02-14T22:00");

        assertThat(open(newestLink(intervention, port)).isFine().body())
                .contains("Su propuesta", "sábado, 13 de febrero de 2027, 23:00")
                .contains("domingo, 14 de febrero de 2027, 22:00");
    }

    @Test
    void aTimeThatIsTakenIsConsentAndConfirmationInOne() {
        var intervention = lifecycle.approved();
        var link = newestLink(intervention, port);
        var slot = ClientsMail.offered(open(link)).get(1);

        var thanks = post(link, Map.of("answer", "SLOT", "window", slot, "by", "Ana Ruiz"))
                .isFine();
        intervention.continues();

        assertThat(thanks.body()).contains("así queda acordado");
        assertWaiting(intervention).containsExactly("notice-due", "window-opened");
        assertThat(intervention.mails())
                .containsExactly(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES");
        var start = LocalDateTime.parse(slot).atZone(Lifecycle.MADRID).toInstant();
        assertThat(intervention.dueDateOf("window-opened")).isEqualTo(start);
        assertThat(intervention.dueDateOf("notice-due")).isEqualTo(start.minus(Duration.ofDays(2)));
        assertThat(intervention.moment("startUntil")).isEqualTo(start.plus(Duration.ofMinutes(30)));
        var api = whole(intervention);
        assertThat(JsonPath.<List<Object>>read(api, "$.revisions[*].submittedBy"))
                .containsExactly("support", "Ana Ruiz");
        assertThat(JsonPath.<List<Object>>read(api, "$.consents[*].answer")).containsExactly("AGREED");
        assertThat(JsonPath.<List<Object>>read(api, "$.consents[*].revision")).containsExactly(2);
        assertThat(evidence(intervention).get("SHOWN").toString()).contains("Elegido en su lugar: ");
        assertOver(open(link), "Conforme: ");
        assertThat(textOf(intervention, "window-confirmed")).contains("por Ana Ruiz, registrado");
    }

    @Test
    void whoeverTakesATimeReadsItLaterAsTheirs() {
        var intervention = lifecycle.approved();
        var anas = newestLink(intervention, port);
        var slot = ClientsMail.offered(open(anas)).get(0);
        var luis = linkTo(intervention, "luis@acme.example");
        post(luis, Map.of("answer", "SLOT", "window", slot, "by", "Luis Gil")).isFine();

        for (var link : List.of(anas, luis)) {
            assertOver(open(link), "<dd>Luis Gil</dd>");
            assertThat(open(link).body()).contains(slot.substring(11)).doesNotContain("6 de febrero de 2027, 22:00");
        }
    }

    @Test
    void whatWasTakenIsThePlanThatLaterChangesAreComparedWith() {
        var intervention = lifecycle.approved();
        var slot = ClientsMail.offered(open(newestLink(intervention, port))).get(0);
        answer(intervention, Map.of("answer", "SLOT", "window", slot, "by", "Ana"));
        intervention.continues().changes("project", "RESCHEDULE", "Auditors").continues();

        amend(intervention, slot);

        assertWaiting(intervention).containsExactly("notice-due", "window-opened");
        intervention.changes("project", "RESCHEDULE", "Auditors again").continues();
        amend(intervention, "2027-02-06T22:00");
        assertWaiting(intervention).containsExactly(OBTAIN_CLIENT_CONSENT);
    }

    @Test
    void timesThatAreOfferedStayTheSameWhileTheyAreKept() {
        var intervention = lifecycle.approved();
        var link = newestLink(intervention, port);
        var first = ClientsMail.offered(open(link));

        lifecycle.now(lifecycle.now().plus(Duration.ofMinutes(29)));
        assertThat(ClientsMail.offered(open(link))).isEqualTo(first);
        lifecycle.now(lifecycle.now().plus(Duration.ofHours(20)));

        assertThat(ClientsMail.offered(open(link))).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESCHEDULE", "CANCEL"})
    void timesAreKeptForNobodyWhoIsNoLongerAsked(String change) {
        var intervention = lifecycle.approved();
        var time = ClientsMail.offered(open(newestLink(intervention, port))).get(0);
        var hour =
                Interval.of(LocalDateTime.parse(time).atZone(Lifecycle.MADRID).toInstant(), Duration.ofHours(1));
        assertThat(capacity.holds(hour, "")).extracting(Hold::key).contains(intervention.key());

        intervention.changes("project", change, "Auditors").continues();

        assertThat(capacity.holds(hour, "")).extracting(Hold::key).doesNotContain(intervention.key());
    }

    @Test
    void aTimeThatIsNotOfferedIsNotTaken() {
        var intervention = lifecycle.approved();
        var link = newestLink(intervention, port);
        open(link);

        for (var time : List.of("2027-02-20T03:17", "2027-02-03T12:00", "tomorrow", "")) {
            var page = post(link, Map.of("answer", "SLOT", "window", time, "by", "Ana"));
            assertThat(page.status()).as(time).isEqualTo(400);
            assertThat(page.body()).as(time).contains("Elija uno de los momentos que ahora se ofrecen");
        }
        assertWaiting(intervention).containsExactly(OBTAIN_CLIENT_CONSENT);
        assertThat(intervention.value("revision")).isEqualTo(1);
    }

    @Test
    void aTimeThatNoLongerSuitsIsNotTakenAndOthersAreOffered() {
        var intervention = lifecycle.approved();
        var link = newestLink(intervention, port);
        var slot = ClientsMail.offered(open(link)).get(0);
        // It is nearer by then than the procedure asks for.
        lifecycle.now(
                LocalDateTime.parse(slot).atZone(Lifecycle.MADRID).toInstant().minus(Duration.ofHours(47)));

        var page = post(link, Map.of("answer", "SLOT", "window", slot, "by", "Ana"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("ya no está libre");
        assertThat(ClientsMail.offered(page)).isNotEmpty().doesNotContain(slot);
        assertWaiting(intervention).containsExactly(OBTAIN_CLIENT_CONSENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| | | Ana | Elija una de las respuestas",
                "MAYBE | | | Ana | Elija una de las respuestas",
                "AGREED | | | | Indique su nombre",
                "DECLINED | | | Ana | Indique por qué la rechaza",
                "OTHER_WINDOW | | | Ana | Indique el día y la hora que propone",
                "OTHER_WINDOW | | tomorrow | Ana | Esto no es una fecha con hora",
                "OTHER_WINDOW | | 2027-02-01T22:00 | Ana | Ese momento ya ha pasado",
                "OTHER_WINDOW | | 2027-02-06T22:00 | Ana | Es la fecha y hora por la que le preguntamos",
                "OTHER_WINDOW | | 2027-03-28T02:30 | Ana | Esa hora no existe en Europe/Madrid",
                "OTHER_WINDOW | | 2027-10-31T02:30 | Ana | Esa hora existe dos veces en Europe/Madrid",
                "OTHER_WINDOW | | 99999-10-31T02:30 | Ana | Esto no es una fecha con hora"
            })
    void whatIsWrongIsSaidAtItsFieldAndNothingIsStored(
            String answer, String reason, String proposed, String by, String sentence) {
        var intervention = lifecycle.approved();

        var page = answer(
                intervention,
                Map.of(
                        "answer", text(answer),
                        "reason", text(reason),
                        "proposed", text(proposed),
                        "by", text(by)));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains(sentence);
        assertWaiting(intervention).containsExactly(OBTAIN_CLIENT_CONSENT);
    }

    @Test
    void whateverIsTypedStaysText() {
        var intervention = lifecycle.approved();

        var page = answer(intervention, Map.of("answer", "DECLINED", "by", "<b>${1+1}</b>", "reason", ""));

        assertThat(page.body()).contains("&lt;b&gt;${1+1}&lt;/b&gt;");
    }

    @Test
    void aUsedLinkIsOver() {
        var intervention = lifecycle.approved();
        var link = newestLink(intervention, port);
        post(link, Map.of("answer", "AGREED", "by", "Ana")).isFine();

        var again = post(link, Map.of("answer", "DECLINED", "reason", "No", "by", "Eva"));

        assertOver(again, "Conforme: sábado, 6 de febrero de 2027, 22:00");
        assertOver(again, "<dd>Ana, con el enlace de Ana Ruiz</dd>");
        assertOver(again, "Ya tenemos una respuesta a esta pregunta, recibida el martes, 2 de febrero de 2027");
        assertThat(database.sql("select count(*) from consent where intervention_key = ?")
                        .param(intervention.key())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAnswerThatTheProjectTeamRecordedEndsTheLink() {
        var intervention = lifecycle.approved();
        var link = newestLink(intervention, port);
        intervention.completes("project", OBTAIN_CLIENT_CONSENT, consent("AGREED"));

        assertOver(open(link), "Ya tenemos una respuesta a esta pregunta, recibida el martes, 2");
    }

    @Test
    void aTaskThatSomebodyClaimedDoesNotKeepTheClientFromAnswering() {
        var intervention = lifecycle.approved();
        var link = newestLink(intervention, port);
        tasks.claim(intervention.task(OBTAIN_CLIENT_CONSENT).getId(), "project");

        post(link, Map.of("answer", "AGREED", "by", "Ana")).isFine();

        assertThat(evidence(intervention)).containsEntry("RECORDED_BY", "application");
    }

    @Test
    void aChangedPlanEndsTheLinkAndTheNewQuestionHasItsOwn() {
        var intervention = lifecycle.approved();
        var old = newestLink(intervention, port);
        intervention.changes("project", "RESCHEDULE", "Auditors").continues();
        assertOver(open(old), "ha cambiado");

        amend(intervention, "2027-02-20T22:00");

        assertOver(open(old), "un correo más reciente");
        open(newestLink(intervention, port)).isFine();
    }

    @Test
    void aCancelledInterventionEndsTheLink() {
        var intervention = lifecycle.approved();
        var link = newestLink(intervention, port);
        intervention.changes("project", "CANCEL", "No longer wanted").continues();

        assertOver(open(link), "no se va a realizar");
    }

    @Test
    void theWindowEndsTheLinkEvenBeforeItsTimerHasRun() {
        var intervention = lifecycle.approved();
        var link = newestLink(intervention, port);
        lifecycle.now(intervention.moment("windowStart").minusSeconds(1));
        open(link).isFine();

        lifecycle.now(intervention.moment("windowStart"));

        assertOver(post(link, Map.of("answer", "AGREED", "by", "Ana")), "ha llegado sin respuesta");
    }

    @ParameterizedTest
    @CsvSource({
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "short",
        "the-link-in-the-mail",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    })
    void anInventedLinkGetsTheSameStatusAsEveryOther(String token) {
        assertOver(Visit.browser(port).with("Accept-Language", "es").get("/consent/" + token), "Tal vez");
    }

    @Test
    void nothingButADigestIsStored() {
        var intervention = lifecycle.approved();
        var token = newestLink(intervention, port).substring("/consent/".length());

        assertThat(TextsOnRecord.of(database, intervention.key()))
                .isNotEmpty()
                .allSatisfy(texts -> assertThat(texts.html() + texts.text()).doesNotContain(token));
        assertThat(database.sql("select count(*) from mail_link where digest = ?")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void amend(Intervention intervention, String windowStart) {
        intervention
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", windowStart))
                .continues();
    }

    private Answer answer(Intervention intervention, Map<String, String> fields) {
        return post(newestLink(intervention, port), fields);
    }

    private Answer open(String link) {
        return Visit.browser(port).get(link);
    }

    private Answer post(String link, Map<String, String> fields) {
        return Visit.browser(port).form(link, fields);
    }

    private static void assertOver(Answer page, String nextStep) {
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains(nextStep);
    }

    private Map<String, Object> evidence(Intervention intervention) {
        return database.sql("select * from consent where intervention_key = ?")
                .param(intervention.key())
                .query()
                .singleRow();
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
