package com.athento.deployment.request;

import static com.athento.deployment.intervention.Finding.Code.TOO_LATE_FOR_CONSENT;
import static com.athento.deployment.process.Variables.CONSENT_DEADLINE;
import static com.athento.deployment.process.Variables.FINDINGS;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.ZONE;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.schedule.ClientTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** <i>Too late for consent</i>: adds that finding to those of the revision. */
@Component
class RecordTooLateForConsent implements ExecutionListener {

    private final Revisions revisions;

    RecordTooLateForConsent(Revisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public void notify(DelegateExecution intervention) {
        var deadline = ClientTime.of(CONSENT_DEADLINE.in(intervention), ZoneId.of(ZONE.in(intervention)));
        var tooLate = Finding.error(TOO_LATE_FOR_CONSENT, Sentence.of("finding.too-late-for-consent", deadline));
        var findings = Stream.concat(
                        FINDINGS.find(intervention).orElse(List.of()).stream()
                                .filter(finding -> finding.code() != TOO_LATE_FOR_CONSENT),
                        Stream.of(tooLate))
                .toList();
        FINDINGS.put(intervention, findings);
        revisions.found(intervention.getProcessBusinessKey(), REVISION.in(intervention), findings);
    }
}
