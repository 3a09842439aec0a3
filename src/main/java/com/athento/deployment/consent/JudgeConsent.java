package com.athento.deployment.consent;

import com.athento.deployment.intervention.Severity;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.AskedClients;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Whether the client's yes covers the plan as it stands now, and until when to wait for it. */
@Component
class JudgeConsent implements ExecutionListener {

    private final Consents consents;
    private final AskedClients asked;
    private final Register register;
    private final ConsentDeadline deadline;
    private final Clock clock;

    JudgeConsent(Consents consents, AskedClients asked, Register register, ConsentProperties settings, Clock clock) {
        this.consents = consents;
        this.asked = asked;
        this.register = register;
        this.deadline = new ConsentDeadline(settings.deadline());
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution preparation) {
        Variables.CONSENT_OUTCOME.clear(preparation);
        Variables.CONSENT_DEADLINE.put(
                preparation,
                deadline.of(
                        Variables.WINDOW_START.in(preparation), Variables.SEVERITY.in(preparation), clock.instant()));
        Variables.CONSENT_HOLDS.put(preparation, clientAgreed(preparation) || emergencyConsented(preparation));
    }

    private boolean clientAgreed(DelegateExecution preparation) {
        return asked.lastAnswer(preparation.getProcessBusinessKey(), Variables.REVISION.in(preparation))
                .filter(answer -> answer.covers(
                        Variables.WINDOW_START.in(preparation), Variables.DOWNTIME_MINUTES.in(preparation)))
                .isPresent();
    }

    private boolean emergencyConsented(DelegateExecution preparation) {
        var severity = Variables.SEVERITY.in(preparation);
        var standing = Optional.of(severity)
                .filter(Severity::fastLane)
                .flatMap(fast -> register.client(Variables.CLIENT_CODE.in(preparation)))
                .flatMap(Client::emergencyConsent)
                .filter(consent -> new StandingConsent(Optional.of(consent), ZoneId.of(Variables.ZONE.in(preparation)))
                        .covers(Variables.WINDOW_START.in(preparation), severity));
        standing.ifPresent(consent -> consents.recordStanding(
                preparation.getProcessBusinessKey(),
                Variables.REVISION.in(preparation),
                Variables.DOWNTIME_MINUTES.in(preparation),
                consent));
        return standing.isPresent();
    }
}
