package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.REPORTED_AT;

import com.athento.deployment.intervention.Severity;
import com.athento.deployment.process.Refused;
import java.time.Instant;
import java.util.Optional;

/** When the incident was reported that asks for the change; a routine change has none. */
final class ReportTime {

    private ReportTime() {}

    static Optional<Instant> of(Severity severity, Optional<Instant> reportedAt, Instant now) {
        if (severity == Severity.NONE) {
            return Optional.empty();
        }
        var reported = reportedAt.orElseThrow(() -> Refused.because("refused.report.missing", REPORTED_AT, severity));
        if (reported.isAfter(now)) {
            throw Refused.because("refused.report.future", REPORTED_AT, reported);
        }
        return Optional.of(reported);
    }
}
