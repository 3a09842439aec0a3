package com.athento.deployment.mail;

import static com.athento.deployment.mail.MailFixture.START;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;

import com.athento.deployment.intervention.FixAnswer;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.Examples;
import com.athento.deployment.record.Fix;
import com.athento.deployment.register.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail in every language, also with words that try to be more than words. */
class RenderedMailsTest {

    private static final Path ROOM = Path.of("src/main/resources/mail");

    static final Map<String, Recipients> MAILS = Map.ofEntries(
            Map.entry("right-procedure", Recipients.REQUESTER),
            Map.entry("consent-request", Recipients.CONTACT),
            Map.entry("consent-reminder", Recipients.CONTACT),
            Map.entry("approval-reminder", Recipients.PRODUCT),
            Map.entry("window-confirmed", Recipients.CONTACT),
            Map.entry("window-for-colleagues", Recipients.COLLEAGUES),
            Map.entry("change-for-colleagues", Recipients.INFORMED_COLLEAGUES),
            Map.entry("ending-for-colleagues", Recipients.INFORMED_COLLEAGUES),
            Map.entry("user-notice", Recipients.UNINFORMED_END_USERS),
            Map.entry("change-for-contact", Recipients.INFORMED_CONTACT),
            Map.entry("change-for-users", Recipients.INFORMED_END_USERS),
            Map.entry("ending-for-requester", Recipients.REQUESTER),
            Map.entry("ending-for-contact", Recipients.INFORMED_CONTACT),
            Map.entry("ending-for-users", Recipients.INFORMED_END_USERS),
            Map.entry("point-of-no-return", Recipients.MANAGERS),
            Map.entry("rollback-for-colleagues", Recipients.RESPONSIBLE),
            Map.entry("recovery-call", Recipients.MANAGERS),
            Map.entry("start-overdue", Recipients.MANAGERS),
            Map.entry("outage-for-contact", Recipients.INFORMED_CONTACT),
            Map.entry("outage-for-users", Recipients.INFORMED_END_USERS),
            Map.entry("result-for-contact", Recipients.CONTACT),
            Map.entry("result-for-users", Recipients.END_USERS),
            Map.entry("result-for-support", Recipients.SUPPORT),
            Map.entry("result-for-colleagues", Recipients.RESPONSIBLE),
            Map.entry("closing", Recipients.PROJECT_TEAM));

    private static final String HOSTILE =
            "<script>alert(1)</script> & \"co\" ${7*191} #{x} __${7*191}__ [[${7*191}]] [(${7*191})]\nBcc: spy@evil.example";

    private final MailFixture fixture = new MailFixture();

    @BeforeEach
    void somethingToTell() {
        given(fixture.records.availableSince(anyString())).willReturn(Optional.of(START.plusSeconds(2460)));
        given(fixture.records.settledBatteries(anyString()))
                .willReturn(List.of(
                        Examples.battery(120, 95, 20, 5, 0, Verdict.FAILED),
                        Examples.battery(120, 119, 1, 0, 0, Verdict.PASSED)));
        fixture.set(Variables.ACTUAL_START, START.plusSeconds(240))
                .set(Variables.DOWNTIME_SPENT, 37)
                .set(Variables.POINT_OF_NO_RETURN, START.plusSeconds(2940))
                .set(Variables.SUPPORT_UNTIL, START.plus(Duration.ofHours(25)))
                .set(Variables.CONSENT_DEADLINE, START.minus(Duration.ofHours(24)))
                .set(Variables.UNAVAILABLE_SINCE, START)
                .set(Variables.START_UNTIL, START.plus(Duration.ofMinutes(30)))
                .set(Variables.RELEASE_NOTES_URL, "https://docs.example/24.2")
                .set(Variables.FLAG_POSSIBLE, true);
        fixture.variables.put("effectiveRisk", "MEDIUM");
        fixture.variables.put("outcome", "DEPLOYED");
        fixture.variables.put("replanCause", "RESCHEDULED");
        freeText("Un motivo claro.\nEn dos líneas.");
    }

    private void freeText(String words) {
        fixture.set(Variables.REASON, words)
                .set(Variables.FLAG_REASON, words)
                .set(Variables.CHANGE_REASON, words)
                .set(Variables.CLOSING_TEXT, words)
                .set(Variables.ROLLBACK_PLAN, words)
                .set(Variables.ROLLBACK_NOTES, words)
                .set(Variables.DEPLOYMENT_NOTES, words);
        given(fixture.records.appliedHotfixes(anyString())).willReturn(List.of(Examples.hotfix("HF-17", words)));
        given(fixture.records.fixes(anyString(), anyInt()))
                .willReturn(List.of(new Fix(1, "HF-18", FixAnswer.REAPPLIED, words)));
        given(fixture.records.incidents(anyString()))
                .willReturn(List.of(
                        Examples.incident(words, Severity.MINOR, IncidentResolution.HANDED_OVER, "T-1", words)));
        given(fixture.records.rollbackDemanded(anyString()))
                .willReturn(Optional.of(Examples.demand(words, Severity.BLOCKER, "sue", "maya", words)));
        given(fixture.records.denials(anyString()))
                .willReturn(List.of(
                        Examples.denial(Team.PRODUCT, "pia", words), Examples.denial(Team.PROJECT, "pau", words)));
    }

    static Stream<Arguments> mails() {
        return MAILS.entrySet().stream()
                .flatMap(mail -> Arrays.stream(Language.values())
                        .map(language -> Arguments.of(mail.getKey(), mail.getValue(), language)));
    }

    @ParameterizedTest(name = "kept on {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2 | EN | This version runs already on 2 other instances since 18 November 2026, none rolled back.
            2 | ES | Esta versión ya está en uso en otras 2 instancias desde el 18 de noviembre de 2026, sin ninguna vuelta atrás.
            0 | EN |
            0 | ES |
            """)
    void questionSaysWhereTheVersionHasProvenItself(int instances, Language language, String sentence) {
        given(fixture.versions.record(Instance.Line.SE, new Version("24.2.0"), "ACME-PRO"))
                .willReturn(MailFixture.record(instances, 0));

        var mail = fixture.render("consent-request", Recipients.CONTACT, language);

        for (var form : List.of(mail.text(), mail.html())) {
            if (sentence == null) {
                assertThat(form).doesNotContain("runs already", "ya está en uso");
            } else {
                assertThat(form).contains(sentence);
            }
        }
    }

    /** As Tasklist calls it to the same reader. */
    @Test
    void noSpanishMailCallsATaskByItsEnglishName() throws IOException {
        var names = new ModelWords(Language.EN)
                .all().entrySet().stream()
                        .filter(one -> !one.getKey().contains("."))
                        .map(Map.Entry::getValue)
                        .filter(name -> name.contains(" "))
                        .toList();
        assertThat(names).contains("Start the deployment", "Report an incident");

        try (var files = Files.walk(ROOM)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("es.")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(names)
                            .filteredOn(Files.readString(file)::contains)
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void isComplete(String mail, Recipients recipients, Language language) throws IOException {
        var rendered = fixture.render(mail, recipients, language);

        keep(mail + "-" + language.code(), rendered);
        assertThat(rendered.subject()).contains("ACME-PRO").doesNotContain("null", "??");
        assertThat(rendered.html())
                .contains("ACME-PRO", MailFixture.KEY)
                .doesNotContain("null", "??", " th:", "[[", "[(");
        assertThat(rendered.text())
                .contains("ACME-PRO", MailFixture.KEY)
                .doesNotContain("null", "??", "[#", "[/]", "[(", "\n\n\n");
        assertThat(rendered.html().length()).as("every log keeps it").isLessThan(6000);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void takesWordsAsWords(String mail, Recipients recipients, Language language) throws IOException {
        freeText(HOSTILE);
        fixture.variables.put("outcome", "DENIED");

        var rendered = fixture.render(mail, recipients, language);

        keep(mail + "-" + language.code() + "-hostile", rendered);
        assertThat(rendered.subject()).doesNotContain("\n", "\r");
        assertThat(rendered.html()).doesNotContain("<script", "1337");
        assertThat(rendered.text()).doesNotContain("1337");
        if (rendered.text().contains("alert(1)")) {
            assertThat(rendered.text()).contains(HOSTILE);
            assertThat(rendered.html())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "__${7*191}__", "<br>Bcc: spy");
        }
    }

    /** Where there is something to do, one button says so; everywhere, what else is planned. */
    @ParameterizedTest
    @MethodSource("mails")
    void leadsTheClientOn(String mail, Recipients recipients, Language language) {
        if (!recipients.atClient()) {
            return;
        }
        fixture.statusPage = Optional.empty();
        var status = "https://deployments.athento.example/status/the-status-key";

        var rendered = fixture.render(mail, recipients, language);

        assertThat(rendered.html().split("class=\"b\"", -1)).as("buttons").hasSize(mail.startsWith("consent-") ? 2 : 1);
        assertThat(rendered.html())
                .containsOnlyOnce("href=\"" + status + "\"")
                .contains("name=\"color-scheme\"", "name=\"supported-color-schemes\"");
        assertThat(rendered.text()).containsOnlyOnce(status);
        assertThat(rendered.subject() + rendered.text().lines().findFirst().orElseThrow())
                .as("what and when")
                .contains("15", "22:00")
                .contains(mail.endsWith("-users") ? "Athento (ACME-PRO)" : "24.2.0");
    }

    @Test
    void saysWhoWhatAndWhenFirst() {
        var rendered = fixture.render("consent-request", Recipients.CONTACT, Language.ES);

        assertThat(rendered.subject())
                .isEqualTo(
                        "Solicitamos su conformidad: actualización a la versión 24.2.0, ACME-PRO, 15 ene 2027, 22:00");
        assertThat(rendered.text().lines().findFirst())
                .hasValue(
                        "Athento solicita su conformidad para la intervención «actualización de Athento de la versión 24.1.0 a la 24.2.0» en su instancia ACME-PRO, prevista para el viernes, 15 de enero de 2027, 22:00.");
        assertThat(rendered.text())
                .contains(
                        "Cuándo: viernes, 15 de enero de 2027, 22:00 (UTC+01:00, Europe/Madrid)",
                        "En UTC: 21:00 UTC",
                        "30 minutos como máximo",
                        "Riesgo: medio",
                        "https://docs.example/24.2",
                        "la actualización de su instancia no es automática",
                        "https://status.example/acme",
                        "proyecto@athento.example",
                        "El silencio nunca equivale a conformidad");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tellsAVersionThatWasTakenBack(Language language) throws IOException {
        fixture.variables.put("outcome", "ROLLED_BACK");
        fixture.set(Variables.SUPPORT_UNTIL, null).set(Variables.DOWNTIME_SPENT, 61);

        var contact = variant("result-for-contact", Recipients.CONTACT, language, "rolled-back");
        variant("result-for-users", Recipients.END_USERS, language, "rolled-back");
        variant("result-for-support", Recipients.SUPPORT, language, "rolled-back");

        var inside = variant("result-for-colleagues", Recipients.RESPONSIBLE, language, "rolled-back");

        assertThat(inside.text())
                .contains("24.1.0", "61 min", "22:41", "Un motivo claro", "/interventions/" + MailFixture.KEY)
                .contains(language == Language.ES ? "se ha deshecho" : "was rolled back");
        assertThat(inside.html()).containsOnlyOnce("class=\"b\"").contains("22:41");
        assertThat(contact.subject())
                .startsWith(language == Language.ES ? "Devuelto al estado anterior" : "Rolled back");
        assertThat(contact.text())
                .contains("24.1.0", "61 min")
                .contains(language == Language.ES ? "Límite de una hora: superado" : "One-hour limit: exceeded")
                .doesNotContain("https://docs.example/24.2");
    }

    /** Whoever completes the draft may leave that out, and may leave it in. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void theClosingMailSaysOnceWhatGoesOnAndWhyNotesDiffer(Language language) throws IOException {
        var reason = language == Language.ES
                ? "entre versiones se realizan correcciones para resolver incidentes"
                : "between releases fixes are made to resolve incidents";
        var bare = variant("closing", MAILS.get("closing"), language, "bare");
        fixture.set(Variables.CLOSING_TEXT, "ticket T-1\n" + new Words(language).of("release-notes.paragraph"));

        var whole = variant("closing", MAILS.get("closing"), language, "whole");

        for (var mail : List.of(bare, whole)) {
            assertThat(mail.text()).containsOnlyOnce("ticket T-1").containsOnlyOnce(reason);
            assertThat(mail.html()).containsOnlyOnce("ticket T-1").containsOnlyOnce(reason);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void speaksOfNoVersionWhereNoneMoves(Language language) throws IOException {
        fixture.variables.put("changeKind", "APACHE");
        fixture.set(Variables.TARGET_VERSION, null).set(Variables.RELEASE_NOTES_URL, null);

        for (var mail : List.of("consent-request", "window-confirmed", "result-for-contact", "closing")) {
            var rendered = variant(mail, MAILS.get(mail), language, "apache");

            assertThat(rendered.subject()).contains("Apache");
            assertThat(rendered.text()).doesNotContainIgnoringCase("24.1.0");
        }
    }

    @ParameterizedTest(name = "type {0}, {1}, in {3}")
    @CsvSource({
        "1,NEW_FIELD,visibility of the field,EN",
        "1,NEW_FIELD,visibilidad del campo,ES",
        "2,SCHEDULE_TASKS,trial in another document type,EN",
        "2,SCHEDULE_TASKS,pruebas previas en un tipo documental diferente,ES",
        "3,NEW_COMMAND,parameters in local_settings.py,EN",
        "3,IMPORT_SERIES_CONFIGURATION,The import creates no version control.,EN",
        "3,MOVE_SERIES_CONFIGURATION,La importación no genera controles de versión.,ES"
    })
    void explainsTheRightProcedureOfEachType(int type, String kind, String sentence, Language language)
            throws IOException {
        fixture.variables.put("changeKind", kind);
        fixture.set(Variables.DEPLOYMENT_TYPE, type)
                .set(Variables.FLAG_POSSIBLE, false)
                .set(Variables.TARGET_VERSION, null);

        var text = variant("right-procedure", Recipients.REQUESTER, language, kind.toLowerCase(ROOT))
                .text();

        assertThat(text).contains(sentence);
        assertThat(text.contains("UAT: ")).isEqualTo(type == 3);
        assertThat(text.contains("1. ")).as("the steps of moving series").isEqualTo(kind.contains("SERIES"));
        assertThat(text)
                .contains(
                        type == 3
                                ? (language == Language.ES ? "máxima: 10 minutos" : "unavailability: 10 minutes")
                                : (language == Language.ES ? "máxima: ninguna" : "unavailability: none"));
    }

    /** Whoever edits the table has edited the mail. */
    @ParameterizedTest(name = "{0} instead of {1} in {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<text>10</text>|<text>10</text>|HOTFIX|Impact: medium-high|EN",
                "\"WEEKLY\"</text>|\"MONTHLY\"</text>|AD_HOC_JS|How often: monthly|EN",
                "\"AS_NEEDED\"</text>|\"DAILY\"</text>|HOTFIX|Frecuencia: diaria|ES",
                "\"AS_NEEDED\"</text>|\"WEEKLY\"</text>|SECURITY_PATCH|How often: weekly|EN",
                "\"MEDIUM_HIGH\"</text>|\"HIGH\"</text>|AD_HOC_JS|Impacto: alto|ES",
                "\"MEDIUM_HIGH\"</text>|\"LOW\"</text>|AD_HOC_JS|Impact: low|EN",
                "<text>10</text>|<text>1</text>|HOTFIX|Maximum unavailability: 1 minute|EN",
                "<text>10</text>|<text>7</text>|HOTFIX|No disponibilidad máxima: 7 minutos|ES",
                "<text>10</text>|<text>0</text>|HOTFIX|No disponibilidad máxima: ninguna|ES"
            })
    void theRightProcedureSaysWhatTheTableSays(
            String said, String says, String kind, String sentence, Language language) {
        fixture.table(said, says);
        fixture.variables.put("changeKind", kind);
        fixture.set(Variables.DEPLOYMENT_TYPE, 3)
                .set(Variables.FLAG_POSSIBLE, false)
                .set(Variables.TARGET_VERSION, null);

        var mail = fixture.render("right-procedure", Recipients.REQUESTER, language);

        assertThat(mail.text()).containsPattern(sentence + "\\b");
        assertThat(mail.html().replaceAll("</?b>", "")).containsPattern(sentence + "\\b");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tellsAnOutageWithItsBeginningAndWithoutThePromiseOfBefore(Language language) throws IOException {
        var es = language == Language.ES;
        fixture.set(Variables.UNAVAILABLE_SINCE, START.plus(Duration.ofHours(3)));
        for (var mail : List.of("outage-for-contact", "outage-for-users")) {
            given(fixture.openTasks.count()).willReturn(0L);
            var back = variant(mail, MAILS.get(mail), language, "back");
            given(fixture.openTasks.count()).willReturn(1L);
            var neither = variant(mail, MAILS.get(mail), language, "neither");

            for (var said : List.of(back, neither)) {
                assertThat(said.text())
                        .contains(es ? "sábado, 16 de enero de 2027, 01:00" : "16 January 2027, 01:00")
                        .contains(es ? "Recibirá un correo en cuanto" : "You get a mail as soon as")
                        .doesNotContain("30 min", "Un motivo claro");
                assertThat(said.subject()).contains(es ? "uera de servicio" : "ut of service");
            }
            if (mail.equals("outage-for-contact")) {
                assertThat(back.text()).contains(es ? "recuperando lo que había" : "what was there");
                assertThat(neither.text()).contains(es ? "no ha vuelto" : "not come back");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"consent-request", "window-confirmed", "user-notice"})
    void saysWithinWhatTimeItStarts(String mail) {
        for (var language : Language.values()) {
            assertThat(fixture.render(mail, MAILS.get(mail), language).text())
                    .contains(
                            language == Language.ES
                                    ? "Comienza: entre las 22:00 y las 22:30"
                                    : "Starts: between 22:00 and 22:30");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void explainsAPatchAsTypeThree(Language language) throws IOException {
        fixture.variables.put("severity", "MAJOR");
        fixture.variables.put("route", "PATCH");
        fixture.set(Variables.BIG_CHANGES, true).set(Variables.FLAG_POSSIBLE, false);

        assertThat(variant("right-procedure", Recipients.REQUESTER, language, "patch")
                        .text())
                .contains("Major", "local_settings.py");
    }

    /**
     * Hotfixes, security patches and what the update policy makes a patch go where the problem is, by the moment that
     * the severity asks for; other changes of type 3 go to UAT first.
     */
    @ParameterizedTest(name = "{0}, target {1} h from now")
    @CsvSource({
        "HOTFIX, 1",
        "SECURITY_PATCH, 1",
        "VERSION_UPGRADE, 1",
        "HOTFIX, -1",
        "SECURITY_PATCH,",
        "AD_HOC_JS, 1",
        "NEW_OPERATION,"
    })
    void sendsFixesWhereTheProblemIs(String kind, Integer hours) throws IOException {
        var patch = kind.equals("VERSION_UPGRADE");
        var target = hours == null ? null : fixture.now.plus(Duration.ofHours(hours));
        fixture.variables.put("changeKind", kind);
        fixture.variables.put("severity", "CRITICAL");
        fixture.variables.put("route", patch ? "PATCH" : "UPDATE");
        fixture.set(Variables.BIG_CHANGES, patch)
                .set(Variables.DEPLOYMENT_TYPE, patch ? 4 : 3)
                .set(Variables.FLAG_POSSIBLE, false)
                .set(Variables.TARGET_MOMENT, target);
        var fix = !kind.equals("AD_HOC_JS") && !kind.equals("NEW_OPERATION");

        for (var language : Language.values()) {
            var es = language == Language.ES;
            var mail = variant("right-procedure", Recipients.REQUESTER, language, kind.toLowerCase(ROOT) + "-" + hours);
            for (var said : List.of(mail.text(), mail.html().replaceAll("</?b>", ""))) {
                assertThat(said.contains(es ? "Primero en UAT: " : "First in UAT: "))
                        .isEqualTo(!fix);
                assertThat(said.contains(es ? "Directamente en el entorno" : "Directly in the "))
                        .isEqualTo(fix);
                assertThat(said)
                        .contains((es ? "Frecuencia: " : "How often: ")
                                + (fix ? es ? "según necesidad" : "as needed" : es ? "semanal" : "weekly"));
                assertThat(said.contains(es ? "antes del miércoles, 13" : "before Wednesday, 13"))
                        .isEqualTo(fix && hours != null && hours > 0);
                assertThat(said.contains(es ? "ya ha pasado" : "has passed"))
                        .isEqualTo(fix && hours != null && hours < 0);
                assertThat(said.contains(es ? "planificado fuera" : "planned outside"))
                        .isEqualTo(!fix || hours == null);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void givesTheOldDateTogetherWithTheNewOne(Language language) throws IOException {
        fixture.told("consent-request", Recipients.CONTACT, START.minus(Duration.ofDays(7)), 45, "To: ana@acme.example")
                .told(
                        "user-notice",
                        Recipients.END_USERS,
                        START.minus(Duration.ofDays(7)),
                        45,
                        "Bcc: todos@acme.example");
        fixture.now = START.minus(Duration.ofHours(3));

        for (var mail : List.of("consent-request", "window-confirmed", "user-notice")) {
            assertThat(variant(mail, MAILS.get(mail), language, "moved").text())
                    .contains(
                            language == Language.ES
                                    ? "Hasta ahora: viernes, 8 de enero de 2027, 22:00 (UTC+01:00, Europe/Madrid), 45 minutos"
                                    : "Until now: Friday, 8 January 2027, 22:00 (UTC+01:00, Europe/Madrid), at most 45 minutes")
                    .contains(language == Language.ES ? "Ahora: viernes, 15 de enero" : "Now: Friday, 15 January")
                    .doesNotContain("2 días", "2 days");
        }
    }

    @ParameterizedTest
    @CsvSource({"DENIED", "DECLINED", "WITHDRAWN", "CANCELLED", "NOT_TYPE_4"})
    void tellsEveryEndWithoutDeployment(String outcome) throws IOException {
        fixture.variables.put("outcome", outcome);
        for (var language : Language.values()) {
            for (var mail : List.of("ending-for-requester", "ending-for-contact", "ending-for-users")) {
                variant(mail, MAILS.get(mail), language, outcome.toLowerCase(ROOT));
            }
        }
    }

    /** Who hears of the end is nobody where nobody had been told. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void claimsThatTheClientIsToldOnlyWhereItHadBeen(Language language) {
        var sentence = language == Language.ES ? "comunica también el final" : "about the end, too";
        assertThat(end(language)).doesNotContain(sentence);

        fixture.told("consent-request", Recipients.CONTACT, START, 30, "To: ana@acme.example");

        assertThat(end(language)).contains(sentence);
    }

    private String end(Language language) {
        fixture.variables.put("outcome", "CANCELLED");
        return fixture.render("ending-for-requester", Recipients.REQUESTER, language)
                .text();
    }

    /** The rule is about fewer than 80 %: exactly 80 % passes. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void saysTheGateAsItIs(Language language) {
        var rule = language == Language.ES
                ? "menos del 80.% de ellas, volvemos"
                : "fewer than 80.% of them pass, we go back";
        var mail = fixture.render("consent-request", Recipients.CONTACT, language);

        assertThat(mail.text()).containsPattern(rule);
        assertThat(mail.html()).containsPattern(rule);
        for (var kind : List.of("version", "configuration")) {
            assertThat(new Words(language).of("consent-page.gate." + kind)).containsPattern(rule);
        }
    }

    private Rendered variant(String mail, Recipients recipients, Language language, String name) throws IOException {
        var rendered = fixture.render(mail, recipients, language);
        keep(mail + "-" + language.code() + "-" + name, rendered);
        assertThat(rendered.subject()).doesNotContain("null", "??");
        assertThat(rendered.html()).doesNotContain("null", "??", " th:", "[[", "[(");
        assertThat(rendered.text()).doesNotContain("null", "??", "[#", "[/]", "[(", "\n\n\n");
        return rendered;
    }

    private static void keep(String name, Rendered rendered) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(name + ".html"), rendered.html());
        Files.writeString(folder.resolve(name + ".txt"), rendered.subject() + "\n\n" + rendered.text());
    }
}
