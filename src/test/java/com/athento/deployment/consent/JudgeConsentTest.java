package com.athento.deployment.consent;

import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.PathsTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What replaces the client's answer, and what does not. */
class JudgeConsentTest extends PathsTest {

    @Autowired
    JdbcClient database;

    /** The window is on 6 February 2027 in Madrid. */
    @ParameterizedTest(name = "{0}, valid until {1}: asked {2}")
    @CsvSource({
        "BLOCKER, 2027-02-06, false",
        "BLOCKER, 2027-02-05, true",
        "MAJOR, 2027-02-06, true",
    })
    void onlyADatedConsentInTheFastLaneReplacesTheAnswer(String severity, String validUntil, boolean asked) {
        var instance = lifecycle.newInstance();
        database.sql(
                        "insert into client (code, name, locale, zone, emergency_document, emergency_valid_until, status_key)"
                                + " values (?, 'Fast', 'en', 'Europe/Madrid', 'CON-1', cast(? as date), ?)")
                .params("C-" + instance, validUntil, "C-" + instance)
                .update();
        database.sql("insert into contact (client_code, position, name, email, role)"
                        + " values (?, 0, 'Fay', 'fay@fast.example', 'CONTACT')")
                .param("C-" + instance)
                .update();
        database.sql("update instance set client_code = ? where code = ?")
                .params("C-" + instance, instance)
                .update();

        var intervention = lifecycle.approved(Map.of(
                "instanceCode", instance,
                "severity", severity,
                "reportedAt", java.util.Date.from(Lifecycle.MORNING)));

        assertThat(intervention.waitsAt().contains(OBTAIN_CLIENT_CONSENT)).isEqualTo(asked);
        assertThat(intervention.value("consentHolds")).isEqualTo(!asked);
        assertThat(database.sql(
                                "select answered_by || ', ' || reason || ', ' || via from consent where intervention_key = ?")
                        .param(intervention.key())
                        .query(String.class)
                        .list())
                .isEqualTo(asked ? List.of() : List.of("CON-1, valid until 2027-02-06, STANDING"));
    }
}
