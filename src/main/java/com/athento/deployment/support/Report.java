package com.athento.deployment.support;

import com.athento.deployment.intervention.CausedByUpdate;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * What somebody noticed during support.
 *
 * @param reporter who noticed it, mostly somebody at the client
 */
record Report(String title, Severity severity, CausedByUpdate causedByUpdate, String reporter) {

    /** @throws Refused if something is missing, or it has no severity */
    static Report from(VariableScope form) {
        var reading = new Reading();
        var report = from(form, reading);
        reading.end();
        return report.orElseThrow();
    }

    /**
     * @param reading hears of what is missing or has no severity
     * @return nothing if it has heard of anything
     */
    static Optional<Report> from(VariableScope form, Reading reading) {
        var title = reading.of(() -> Variables.INCIDENT_TITLE.required(form, "refused.incident.title"));
        var severity = reading.of(() -> severity(form));
        var caused = reading.of(
                () -> Variables.CAUSED_BY_UPDATE.required(form, "refused.give", Sentence.or("YES", "NO", "UNCLEAR")));
        var reporter = reading.of(() -> Variables.INCIDENT_REPORTER.required(form, "refused.incident.reporter"));
        return reading.isFine()
                ? Optional.of(new Report(
                        title.orElseThrow(), severity.orElseThrow(), caused.orElseThrow(), reporter.orElseThrow()))
                : Optional.empty();
    }

    private static Severity severity(VariableScope form) {
        var severity = Variables.INCIDENT_SEVERITY.required(
                form, "refused.give", Sentence.or("BLOCKER", "CRITICAL", "MAJOR", "MINOR", "TRIVIAL"));
        if (severity == Severity.NONE) {
            throw Refused.because("refused.incident.no-severity", Variables.INCIDENT_SEVERITY);
        }
        return severity;
    }

    /** As the message carries it. */
    Map<String, Object> variables() {
        return Map.of(
                Variables.INCIDENT_TITLE.name(),
                title,
                Variables.INCIDENT_SEVERITY.name(),
                severity.name(),
                Variables.CAUSED_BY_UPDATE.name(),
                causedByUpdate.name(),
                Variables.INCIDENT_REPORTER.name(),
                reporter);
    }
}
