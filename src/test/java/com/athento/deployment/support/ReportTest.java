package com.athento.deployment.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Scopes;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final Map<String, Object> FORM = Map.of(
            "incidentTitle", "Search is slow",
            "incidentSeverity", "MINOR",
            "causedByUpdate", "UNCLEAR",
            "incidentReporter", "Ana Ruiz");

    @Test
    void travelsAsItWasWritten() {
        assertThat(Report.from(Scopes.task("any", FORM)).variables()).isEqualTo(FORM);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "incidentTitle, -, incidentTitle: missing; say in a few words what happens",
                "incidentSeverity, -, 'incidentSeverity: missing; give BLOCKER, CRITICAL, MAJOR, MINOR or TRIVIAL'",
                "incidentSeverity, NONE, 'incidentSeverity: ''NONE'' is no severity of an incident; give BLOCKER, CRITICAL, MAJOR, MINOR or TRIVIAL'",
                "causedByUpdate, -, 'causedByUpdate: missing; give YES, NO or UNCLEAR'",
                "incidentReporter, -, incidentReporter: missing; say who noticed it",
            })
    void refuses(String field, String value, String sentence) {
        var form = new HashMap<>(FORM);
        form.put(field, value);

        assertThatThrownBy(() -> Report.from(Scopes.task("any", form)))
                .isInstanceOf(Refused.class)
                .hasMessage(sentence);
    }
}
