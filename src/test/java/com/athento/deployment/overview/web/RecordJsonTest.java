package com.athento.deployment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.ConsentVia;
import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.record.Battery;
import com.athento.deployment.record.ClientsAnswer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** What machines read of what is on record: codes and moments as they always were. */
class RecordJsonTest {

    private final ObjectMapper json = Jackson2ObjectMapperBuilder.json()
            .modulesToInstall(RecordJson.momentsOnRecord())
            .build();

    @ParameterizedTest
    @CsvSource({
        "2027-02-06T21:00:00Z, 2027-02-06T21:00:00Z",
        "2027-02-06T21:00:00.120Z, 2027-02-06T21:00:00.12Z",
        "2027-02-06T21:00:00.123450Z, 2027-02-06T21:00:00.12345Z",
    })
    void fractionOfASecondIsNoLongerThanItHasToBe(Instant at, String written) throws JsonProcessingException {
        var battery = new Battery(1, "qa", at, 100, 90, 6, 3, 1, true, Verdict.PASSED, "R17");

        assertThat(json.writeValueAsString(battery)).isEqualTo("""
                {"revision":1,"recordedBy":"qa","recordedAt":"%s","total":100,"passed":90,"failed":6,"blocked":3,\
                "open":1,"finished":true,"verdict":"PASSED","reference":"R17","required":80}""".formatted(written));
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
