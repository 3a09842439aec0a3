package com.athento.deployment.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.post.MailPropertiesTest;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterFileTest {

    private static final MailProperties MAILS = MailPropertiesTest.mails(false);

    private static final String RIGHT = """
            clients:
              - code: ACME
                name: Acme Seguros
                locale: es
                zone: Europe/Madrid
                status-page: https://status.example/acme
                emergency-consent: {document: CON-17, valid-until: 2027-06-30}
                contacts:
                  - {name: Ana Ruiz, email: ana@acme.example, role: CONTACT, phone: +34600111222}
                  - {name: Ana Ruiz, email: ana@acme.example, role: PROJECT_TEAM}
                instances:
                  - {code: ACME-PRO, environment: PRO, line: SE, version: 24.10, last-update: 2026-10-05, url: https://acme.example, notice-hours: 72, support-hours: 8, rollback-minutes: 20, banner-origin: https://acme.example:8443}
                  - {code: ACME-UAT, environment: UAT, line: ECM, version: 9}
            versions:
              - {line: SE, version: 24.10, released: 2026-09-14, notes: https://athento.example/24.10, big-changes: true, fixes: [SE-1, SE-2]}
              - {line: ECM, version: 24.10, released: 2026-09-15}
            """;

    @Test
    void readsWhatIsRight() {
        var faults = new Faults();

        var file = RegisterFile.read(new StringReader(RIGHT), MAILS, faults);

        assertThat(faults.sentences()).isEmpty();
        var acme = file.clients().get(0);
        assertThat(acme.client())
                .isEqualTo(new Client(
                        "ACME",
                        "Acme Seguros",
                        Locale.forLanguageTag("es"),
                        ZoneId.of("Europe/Madrid"),
                        Optional.of("https://status.example/acme"),
                        Optional.of(new Client.EmergencyConsent("CON-17", LocalDate.parse("2027-06-30"))),
                        Optional.empty()));
        assertThat(acme.contacts())
                .containsExactly(
                        new Contact("Ana Ruiz", "ana@acme.example", Contact.Role.CONTACT, Optional.of("+34600111222")),
                        new Contact("Ana Ruiz", "ana@acme.example", Contact.Role.PROJECT_TEAM, Optional.empty()));
        assertThat(acme.instances())
                .extracting(RegisterFile.InstanceEntry::instance)
                .containsExactly(
                        new Instance(
                                "ACME-PRO",
                                "ACME",
                                Environment.PRO,
                                Instance.Line.SE,
                                new Version("24.10"),
                                Optional.of(LocalDate.parse("2026-10-05")),
                                Optional.of("https://acme.example"),
                                72,
                                8,
                                20,
                                Optional.of("https://acme.example:8443")),
                        new Instance(
                                "ACME-UAT",
                                "ACME",
                                Environment.UAT,
                                Instance.Line.ECM,
                                new Version("9"),
                                Optional.empty(),
                                Optional.empty(),
                                48,
                                24,
                                15,
                                Optional.empty()));
        assertThat(file.versions())
                .containsExactly(
                        new ProductVersion(
                                Instance.Line.SE,
                                new Version("24.10"),
                                LocalDate.parse("2026-09-14"),
                                Optional.of("https://athento.example/24.10"),
                                true,
                                List.of("SE-1", "SE-2")),
                        new ProductVersion(
                                Instance.Line.ECM,
                                new Version("24.10"),
                                LocalDate.parse("2026-09-15"),
                                Optional.empty(),
                                false,
                                List.of()));
    }

    @Test
    void keepsADomainInItsAsciiForm() {
        var file = RegisterFile.read(
                new StringReader(RIGHT.replace("ana@acme.example", "info@škoda.example")), MAILS, new Faults());

        assertThat(file.clients().get(0).contacts())
                .extracting(Contact::email)
                .containsOnly("info@xn--koda-f6a.example");
    }

    @Test
    void keepsLettersBeyondAsciiWhereTheMailServerTakesThem() {
        var faults = new Faults();
        var file = RegisterFile.read(
                new StringReader(RIGHT.replace("ana@acme.example", "ñandú@acme.example")),
                MailPropertiesTest.mails(true),
                faults);

        assertThat(faults.sentences()).isEmpty();
        assertThat(file.clients().get(0).contacts()).extracting(Contact::email).contains("ñandú@acme.example");
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(delimiter = '|', textBlock = """
            code: ACME$ | code: Acme | line 2: code: 'Acme' is not a code; give 1 to 20 upper case letters, digits and dashes
            code: ACME$ | code: ACME-4567890-2345678X | line 2: code: 'ACME-4567890-2345678X' is not a code; give 1 to 20 upper case letters, digits and dashes
            code: ACME$ | code: | line 2: code: missing; give one
            name: Acme Seguros | nombre: Acme Seguros | line 2: name: missing; give one / line 3: nombre: not known here; possible are calendar, code, contacts, emergency-consent, instances, locale, name, status-page, zone
            locale: es | locale: fr | line 4: locale: 'fr' is not a language that we write; give es or en
            zone: Europe/Madrid | zone: Mars/Olympus | line 5: zone: 'Mars/Olympus' is not a time zone; give one such as Europe/Madrid
            zone: Europe/Madrid | zone: +01:00 | line 5: zone: '+01:00' is not a time zone; give one such as Europe/Madrid
            https://status.example/acme | status.example | line 6: status-page: 'status.example' is not a web address; give one such as https://acme.example
            2027-06-30 | 30.6.2027 | line 7: valid-until: '30.6.2027' is not a date; give one such as 2026-10-05
            {document: CON-17, valid-until: 2027-06-30} | CON-17 | line 7: there must be names and values here, such as code: ACME / line 7: document: missing; give one / line 7: valid-until: missing; give one
            ana@acme.example, role: CONTACT | ana at acme, role: CONTACT | line 9: email: 'ana at acme' is not a mail address; give one such as ana@acme.example, in plain ASCII before the @, and with a domain that has ß or ς in its xn-- form
            ana@acme.example, role: CONTACT | "a@b.example, c@d.example", role: CONTACT | line 9: email: 'a@b.example, c@d.example' is not a mail address; give one such as ana@acme.example, in plain ASCII before the @, and with a domain that has ß or ς in its xn-- form
            ana@acme.example, role: CONTACT | "a@b.example\\nBcc: c@d.example", role: CONTACT | line 9: email: 'a@b.example Bcc: c@d.example' is not a mail address; give one such as ana@acme.example, in plain ASCII before the @, and with a domain that has ß or ς in its xn-- form
            ana@acme.example, role: CONTACT | ñandú@acme.example, role: CONTACT | line 9: email: 'ñandú@acme.example' is not a mail address; give one such as ana@acme.example, in plain ASCII before the @, and with a domain that has ß or ς in its xn-- form
            role: CONTACT | role: BOSS | line 9: role: 'BOSS' is not known; give one of CONTACT, DEPUTY, PROJECT_TEAM, END_USERS
            phone: .34600111222 | phone: 600 111 222 | line 9: phone: '600 111 222' is not a telephone number; give + and 5 to 15 digits, the country's code first, such as +34 600 111 222
            phone: .34600111222 | phone: +34 (0)600 111 222 | line 9: phone: '+34 (0)600 111 222' is not a telephone number; give + and 5 to 15 digits, the country's code first, such as +34 600 111 222
            phone: .34600111222 | phone: +1234 | line 9: phone: '+1234' is not a telephone number; give + and 5 to 15 digits, the country's code first, such as +34 600 111 222
            phone: .34600111222 | phone: +1234567890123456 | line 9: phone: '+1234567890123456' is not a telephone number; give + and 5 to 15 digits, the country's code first, such as +34 600 111 222
            role: PROJECT_TEAM | role: CONTACT | line 10: email: 'ana@acme.example' is already a contact with role CONTACT; give each once
            environment: PRO | environment: PROD | line 12: environment: 'PROD' is not known; give one of QA, UAT, PRO, INTERNAL
            line: SE | line: se | line 12: line: 'se' is not known; give one of SE, ECM
            version: 24.10 | version: v24 | line 12: version: 'v24' is not a version; give numbers joined by dots, such as 24.2.0
            version: 24.10, | | line 12: version: missing; give one
            2026-10-05 | 2026-02-30 | line 12: last-update: '2026-02-30' is not a date; give one such as 2026-10-05
            notice-hours: 72 | notice-hours: 0 | line 12: notice-hours: '0' is out of range; give a whole number from 1 to 720
            notice-hours: 72 | notice-hours: 721 | line 12: notice-hours: '721' is out of range; give a whole number from 1 to 720
            support-hours: 8 | support-hours: 8.5 | line 12: support-hours: '8.5' is out of range; give a whole number from 1 to 720
            rollback-minutes: 20 | rollback-minutes: 60 | line 12: rollback-minutes: '60' is out of range; give a whole number from 1 to 59
            rollback-minutes: 20 | rollback-minutes: [20] | line 12: rollback-minutes: there must be a single value here
            https://acme.example:8443 | https://acme.example/banner | line 12: banner-origin: 'https://acme.example/banner' is not the origin of a web page; give one without a path, such as https://acme.example
            code: ACME-UAT | code: ACME-PRO | line 13: code: 'ACME-PRO' is already used in line 12; give each once
            code: ACME-UAT | colour: red, code: ACME-UAT | line 13: colour: not known here; possible are banner-origin, code, environment, last-update, line, notice-hours, rollback-minutes, support-hours, url, version
            line: ECM, version: 24.10, | line: SE, version: 24.10.0, | line 16: version: '24.10.0' is already used in line 15; give each once
            line: ECM, version: 24.10, | line: AM, version: v9, | line 16: line: 'AM' is not known; give one of SE, ECM / line 16: version: 'v9' is not a version; give numbers joined by dots, such as 24.2.0
            released: 2026-09-14 | relesed: 2026-09-14 | line 15: released: missing; give one / line 15: relesed: not known here; possible are big-changes, fixes, line, notes, released, version
            released: 2026-09-14 | released: 14.9.2026 | line 15: released: '14.9.2026' is not a date; give one such as 2026-10-05
            big-changes: true | big-changes: perhaps | line 15: big-changes: 'perhaps' is neither true nor false; give one of them
            \\[SE-1, SE-2] | SE-1 | line 15: fixes: there must be a list here
            SE-2 | [SE-2] | line 15: fixes: there must be a single value here
            notes: https: | notes: ftp: | line 15: notes: 'ftp://athento.example/24.10' is not a web address; give one such as https://acme.example
            name: Acme Seguros | {name: Acme} | line 4: this is not YAML: could not find expected ':'
            """)
    void saysWhatIsWrong(String right, String wrong, String sentences) {
        var yaml = RIGHT.replaceFirst(
                "(?m)" + right.replace("{", "\\{").replace("}", "\\}"),
                wrong == null ? "" : wrong.replace("\\", "\\\\"));

        assertThat(faults(yaml)).containsExactly(sentences.split(" / "));
    }

    /** In place of the zone's line there are the zone and a calendar, so that its lines are 6 to 10. */
    @ParameterizedTest(name = "[{index}] {1} instead of {0}")
    @CsvSource(delimiter = '|', textBlock = """
            MONDAY: "08:00-14:00, 16:00-19:00" | MONDAY: "18:00-08:00" | line 7: MONDAY: '18:00-08:00' has 18:00-08:00, which ends before it begins; a range ends on the same day, such as 08:00-18:00, and what passes midnight is one until 24:00 and one from 00:00 on (calendar of ACME)
            MONDAY: "08:00-14:00, 16:00-19:00" | MONDAY: "08:00-14:00, 13:00-19:00" | line 7: MONDAY: '08:00-14:00, 13:00-19:00' has 08:00-14:00 and 13:00-19:00, which overlap; give each time once (calendar of ACME)
            MONDAY: "08:00-14:00, 16:00-19:00" | MONDAY: 8 to 6 | line 7: MONDAY: '8 to 6' is no list of ranges; give HH:mm-HH:mm, several with commas, such as 08:00-14:00, 16:00-19:00 (calendar of ACME)
            MONDAY: "08:00-14:00, 16:00-19:00" | LUNES: "08:00-14:00" | line 7: LUNES: not known here; possible are FRIDAY, MONDAY, SATURDAY, SUNDAY, THURSDAY, TUESDAY, WEDNESDAY (calendar of ACME)
            holidays: ES-MD | holidays: XX | line 8: holidays: 'XX' is no country whose public holidays are known; give one such as ES, or a part of it such as ES-MD (calendar of ACME)
            holidays: ES-MD | holidays: CO-MD | line 8: holidays: 'CO-MD' is no part of CO whose public holidays are known; give CO (calendar of ACME)
            holidays: ES-MD | feast: ES-MD | line 8: feast: not known here; possible are closed, holidays, maintenance, working-hours (calendar of ACME)
            to: 2027-01-06 | to: 2026-12-23 | line 9: to: '2026-12-23' is before 2026-12-24, when it begins; give that day or a later one (calendar of ACME)
            to: 2027-01-06, | | line 9: to: missing; give one (calendar of ACME)
            to: 2027-01-06 | to: 6.1.2027 | line 9: to: '6.1.2027' is not a date; give one such as 2026-10-05 (calendar of ACME)
            FREQ=MONTHLY;BYDAY=3SA | every night | line 10: rule: 'every night' is no rule of RFC 5545; give one such as FREQ=MONTHLY;BYDAY=3SA (calendar of ACME)
            FREQ=MONTHLY;BYDAY=3SA | FREQ=MINUTELY | line 10: rule: 'FREQ=MINUTELY' returns more often than once a day; give FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, without BYHOUR, BYMINUTE and BYSECOND (calendar of ACME)
            FREQ=MONTHLY;BYDAY=3SA | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | line 10: rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' names no day until 2100; give one that happens, such as FREQ=MONTHLY;BYDAY=3SA (calendar of ACME)
            FREQ=MONTHLY;BYDAY=3SA | FREQ=WEEKLY;UNTIL=20231231 | line 10: rule: 'FREQ=WEEKLY;UNTIL=20231231' names no day from 2024-01-01 on, when it begins to count; give another rule, or another day in since (calendar of ACME)
            from: "22:00" | from: 24:00 | line 10: from: '24:00' is not a time of day; give HH:mm from 00:00 to 23:59, such as 22:00 (calendar of ACME)
            to: "02:00" | to: 2am | line 10: to: '2am' is not a time of day; give HH:mm, such as 02:00, and 24:00 for midnight at its end (calendar of ACME)
            to: "02:00" | to: "22:00" | line 10: to: '22:00' is when it begins; give another time, and 00:00 to 24:00 for a whole day (calendar of ACME)
            """)
    void saysWhatIsWrongWithACalendar(String right, String wrong, String sentence) {
        var yaml = withCalendar(CALENDAR);
        assertThat(faults(yaml)).isEmpty();

        assertThat(faults(yaml.replace(right, wrong == null ? "" : wrong))).containsExactly(sentence);
    }

    @Test
    void takesNoMoreThanAnybodyMeans() {
        var closed = "{from: 2027-01-01, to: 2027-01-01, name: Closed}";

        assertThat(faults(
                        withCalendar("{closed: [%s]}".formatted(", ".repeat(200).replace(", ", closed + ", ")))))
                .isEmpty();
        assertThat(faults(
                        withCalendar("{closed: [%s]}".formatted(", ".repeat(201).replace(", ", closed + ", ")))))
                .containsExactly("line 6: closed: there are 201 entries; at most 200 are possible (calendar of ACME)");
    }

    @Test
    void readsACalendar() {
        var client = RegisterFile.read(new StringReader(withCalendar(CALENDAR)), MAILS, new Faults())
                .clients()
                .get(0)
                .client();

        assertThat(KeptCalendar.of(client.calendar().orElseThrow()).text())
                .isEqualTo(
                        "{'workingHours':{'MONDAY':'08:00-14:00, 16:00-19:00'},'holidays':'ES-MD','closed':[{'from':'2026-12-24','to':'2027-01-06','name':'Navidad'}],'maintenance':[{'rule':'FREQ=MONTHLY;BYDAY=3SA','since':null,'from':'22:00','to':'02:00'}]}"
                                .replace('\'', '"'));
        assertThat(KeptCalendar.read(
                        "ACME", KeptCalendar.of(client.calendar().get()).text()))
                .isEqualTo(client.calendar().get());
    }

    private static final String CALENDAR = """

                  working-hours: {MONDAY: "08:00-14:00, 16:00-19:00"}
                  holidays: ES-MD
                  closed: [{from: 2026-12-24, to: 2027-01-06, name: Navidad}]
                  maintenance: [{rule: "FREQ=MONTHLY;BYDAY=3SA", from: "22:00", to: "02:00"}]""";

    private static String withCalendar(String calendar) {
        return RIGHT.replace(
                "zone: Europe/Madrid", "zone: Europe/Madrid\n    calendar: " + calendar.replace("\n", "\n      "));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var yaml = RIGHT.replace("Europe/Madrid", "Europe/Atlantis")
                .replace("role: CONTACT", "role: BOSS")
                .replace("version: 9}", "version: nine, version: 10}");

        assertThat(faults(yaml))
                .containsExactly(
                        "line 13: version: written twice; leave one",
                        "line 5: zone: 'Europe/Atlantis' is not a time zone; give one such as Europe/Madrid",
                        "line 9: role: 'BOSS' is not known; give one of CONTACT, DEPUTY, PROJECT_TEAM, END_USERS");
    }

    @ParameterizedTest(name = "[{index}] {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | line 1: the file is empty; there must be clients",
                "[] | line 1: there must be names and values here, such as code: ACME",
                "instances: [] | line 1: clients: missing; give a list of clients / line 1: instances: not known here; possible are clients, versions",
                "clients: ACME | line 1: clients: there must be a list here",
                "clients: [ACME] | line 1: there must be names and values here, such as code: ACME / line 1: code: missing; give one / line 1: name: missing; give one / line 1: locale: missing; give one / line 1: zone: missing; give one",
                "'&a [*a]' | line 1: this is nested too deeply / line 1: there must be names and values here, such as code: ACME"
            })
    void needsClients(String yaml, String sentences) {
        assertThat(faults(yaml)).containsExactly(sentences.split(" / "));
    }

    @Test
    void clientWithoutContactsAndInstancesIsRight() {
        assertThat(faults(
                        "clients: [{code: ACME, name: A, locale: en, zone: Europe/London, contacts: , instances: []}]"))
                .isEmpty();
    }

    private static List<String> faults(String yaml) {
        var faults = new Faults();
        RegisterFile.read(new StringReader(yaml), MAILS, faults);
        return faults.sentences().stream().map(Sentence::toString).toList();
    }
}
