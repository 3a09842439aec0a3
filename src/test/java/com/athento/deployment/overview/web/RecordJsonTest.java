package com.athento.deployment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.ApprovalDecision;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.ConsentVia;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.record.Approval;
import com.athento.deployment.record.Battery;
import com.athento.deployment.record.ClientsAnswer;
import com.athento.deployment.record.Revision;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** What machines read of what is on record: codes and moments as they always were. */
class RecordJsonTest {

    private final ObjectMapper json = Jackson2ObjectMapperBuilder.json()
            .modulesToInstall(RecordJson.onRecord())
            .build();

    @ParameterizedTest
    @CsvSource({
        "2027-02-06T21:00:00Z, 2027-02-06T21:00:00Z",
        "2027-02-06T21:00:00.120Z, 2027-02-06T21:00:00.12Z",
        "2027-02-06T21:00:00.123450Z, 2027-02-06T21:00:00.12345Z",
    })
    void fractionOfASecondIsNoLongerThanItHasToBe(Instant at, String written) throws JsonProcessingException {
        var battery =
                new Battery(1, "qa", at, 100, 90, 6, 3, 1, true, Verdict.PASSED, "R17", Battery.Origin.TYPED, null);

        assertThat(json.readTree(json.writeValueAsString(battery))).isEqualTo(json.readTree("""
                {"revision":1,"recordedBy":"qa","recordedAt":"%s","total":100,"passed":90,"failed":6,"blocked":3,
                "open":1,"finished":true,"verdict":"PASSED","reference":"R17","origin":"TYPED","required":80,
                "fixesReapplied":[]}""".formatted(written)));
    }

    @Test
    void approvalHasTheFieldsThatAreOnRecordAndNoMore() throws JsonProcessingException {
        var approval = new Approval(
                2,
                Team.PROJECT,
                "jorge",
                Instant.parse("2027-02-01T10:00:00Z"),
                ApprovalDecision.APPROVE,
                Risk.LOW,
                true,
                "Tried on ACME-PRE");

        assertThat(json.writeValueAsString(approval)).isEqualTo("""
                {"revision":2,"team":"PROJECT","person":"jorge","decidedAt":"2027-02-01T10:00:00Z",\
                "decision":"APPROVE","risk":"LOW","suitable":true,"reason":"Tried on ACME-PRE"}""");
    }

    /** One from before there were two languages has but its message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | ACME-PRO was last updated on 2026-10-05, 1 day ago;",
                "es | La última actualización de ACME-PRO fue el 2026-10-05, hace 1 día;",
            })
    void findingIsInItsReadersLanguageAndHasTheMembersOfAlways(Locale reader, String beginning)
            throws JsonProcessingException {
        var kept = Revision.findings("""
                [{"code": "STALE", "severity": "ERROR", "message": "ACME-PRO is old", "exceptionPossible": true,
                  "sentence": {"code": "finding.stale.never", "parts": ["NONE", 7, "ACME-PRO", "2026-10-05", 1, "1"]}},
                 {"code": "STALE", "severity": "ERROR", "message": "ACME-PRO is old", "exceptionPossible": true}]""");

        LocaleContextHolder.setLocale(reader);
        try {
            var said = json.readTree(json.writeValueAsString(kept));

            assertThat(said.get(0).fieldNames())
                    .toIterable()
                    .containsExactly("code", "severity", "message", "exceptionPossible");
            assertThat(said.get(0).get("message").asText()).startsWith(beginning);
            assertThat(said.get(1).get("message").asText()).isEqualTo("ACME-PRO is old");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    /** A method called {@code isX} or {@code getX} would be a field that nobody decided on. */
    @Test
    void everyFieldIsAComponentOrSaysThatItIsAField() {
        var records = new ClassFileImporter()
                .importPackagesOf(Approval.class).stream()
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::reflect)
                        .toList();

        assertThat(records)
                .contains(Approval.class, ClientsAnswer.class)
                .allSatisfy(type -> assertThat(fields(type))
                        .as(type.getSimpleName())
                        .allSatisfy(field -> assertThat(field.getField() != null || isSaid(field))
                                .as(field.getName())
                                .isTrue()));
    }

    private List<BeanPropertyDefinition> fields(Class<?> type) {
        var config = json.getSerializationConfig();
        return config.introspect(config.constructType(type)).findProperties();
    }

    private static boolean isSaid(BeanPropertyDefinition field) {
        return field.getAccessor().hasAnnotation(JsonProperty.class);
    }

    @Test
    void answerSaysHowItWasGivenAndWithWhoseLink() throws JsonProcessingException {
        assertThat(json.readTree(json.writeValueAsString(answer("Ana Ruiz\nLuis Gil", ConsentVia.PAGE))))
                .isEqualTo(json.readTree("""
                        {"revision": 2, "answer": "OTHER_WINDOW", "reason": "Later", "proposedStart": "2027-02-07T21:00:00Z",
                        "downtimeMinutes": 45, "answeredBy": "Eva Gil", "via": "PAGE", "recordedBy": "application",
                        "recordedAt": "2027-02-01T10:00:00Z", "fromAddress": "192.0.2.1", "shown": "The plan",
                        "evidenceRemoved": false, "linkOf": ["Ana Ruiz", "Luis Gil"], "withOthersLink": true}"""));
    }

    @Test
    void whatStoodInThePlaceOfAnAnswerSaysSo() throws JsonProcessingException {
        var standing = json.readTree(json.writeValueAsString(answer(null, null)));

        assertThat(standing.get("via").asText()).isEqualTo("STANDING");
        assertThat(standing.get("linkOf")).isEmpty();
    }

    private static ClientsAnswer answer(String links, ConsentVia way) {
        return new ClientsAnswer(
                2,
                ConsentAnswer.OTHER_WINDOW,
                "Later",
                Instant.parse("2027-02-07T21:00:00Z"),
                45,
                "Eva Gil",
                links,
                Optional.ofNullable(way),
                "application",
                Instant.parse("2027-02-01T10:00:00Z"),
                "192.0.2.1",
                "The plan",
                false);
    }
}
