package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.APPROVALS_HOLD;
import static com.athento.deployment.process.Variables.CAUSED_BY_UPDATE;
import static com.athento.deployment.process.Variables.CHANGE;
import static com.athento.deployment.process.Variables.CONSENT_HOLDS;
import static com.athento.deployment.process.Variables.DOWNTIME_SPENT;
import static com.athento.deployment.process.Variables.EXCEPTION_OFFERED;
import static com.athento.deployment.process.Variables.INCIDENT_REPORTER;
import static com.athento.deployment.process.Variables.INCIDENT_RESOLUTION;
import static com.athento.deployment.process.Variables.INCIDENT_SEVERITY;
import static com.athento.deployment.process.Variables.INCIDENT_TITLE;
import static com.athento.deployment.process.Variables.INTERVENTION;
import static com.athento.deployment.process.Variables.REQUESTER;
import static com.athento.deployment.process.Variables.RESOLUTION_NOTES;
import static com.athento.deployment.process.Variables.ROLLBACK_CONFIRMED;
import static com.athento.deployment.process.Variables.RUNNING_VERSION;
import static com.athento.deployment.process.Variables.TICKET_NUMBER;

import com.athento.deployment.intervention.RunningVersion;
import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * <i>Deployment requested</i>: what is wrong is refused at once; what is right gets its key, its
 * first revision, and every variable that the model knows.
 */
@Component
class SubmitRequest implements ExecutionListener {

    /** These live in one task or incident, or in the models that act on an intervention. */
    private static final Set<Variable<?>> ELSEWHERE =
            Set.of(
                    INCIDENT_TITLE,
                    INCIDENT_SEVERITY,
                    CAUSED_BY_UPDATE,
                    INCIDENT_REPORTER,
                    INCIDENT_RESOLUTION,
                    TICKET_NUMBER,
                    RESOLUTION_NOTES,
                    ROLLBACK_CONFIRMED,
                    EXCEPTION_OFFERED,
                    INTERVENTION,
                    CHANGE);

    private final Acting acting;
    private final TakeSubmission take;
    private final Keys keys;
    private final Revisions revisions;

    SubmitRequest(Acting acting, TakeSubmission take, Keys keys, Revisions revisions) {
        this.acting = acting;
        this.take = take;
        this.keys = keys;
        this.revisions = revisions;
    }

    @Override
    public void notify(DelegateExecution intervention) {
        var requester = acting.person();
        requester.mayRequest();
        var submission = take.from(intervention);
        var year = Year.from(submission.at().atZone(submission.client().zone()));
        var key = keys.next(year, submission.instance().code()).text();

        intervention.setProcessBusinessKey(key);
        TakeSubmission.write(intervention, everything(intervention, submission, requester));
        revisions.add(key, 1, submission, requester.account(), submission.at());
    }

    private static Map<String, Object> everything(
            DelegateExecution intervention, Submission submission, Person requester) {
        var values = new HashMap<String, Object>();
        Variables.all().stream()
                .filter(variable -> !ELSEWHERE.contains(variable))
                .filter(variable -> !intervention.hasVariable(variable.name()))
                .forEach(variable -> values.put(variable.name(), null));
        values.putAll(submission.values(1));
        Submission.put(values, REQUESTER, requester.account());
        Submission.put(values, RUNNING_VERSION, RunningVersion.PREVIOUS);
        Submission.put(values, DOWNTIME_SPENT, 0);
        Submission.put(values, APPROVALS_HOLD, false);
        Submission.put(values, CONSENT_HOLDS, false);
        return values;
    }
}
