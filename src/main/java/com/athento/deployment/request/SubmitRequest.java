package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.APPROVALS_HOLD;
import static com.athento.deployment.process.Variables.CHECK_RESULT;
import static com.athento.deployment.process.Variables.CONSENT_DEADLINE;
import static com.athento.deployment.process.Variables.CONSENT_HOLDS;
import static com.athento.deployment.process.Variables.CONSENT_OUTCOME;
import static com.athento.deployment.process.Variables.DEPLOYMENT_RESULT;
import static com.athento.deployment.process.Variables.DOWNTIME_MINUTES;
import static com.athento.deployment.process.Variables.DOWNTIME_SPENT;
import static com.athento.deployment.process.Variables.FIXES;
import static com.athento.deployment.process.Variables.FLAG_POSSIBLE;
import static com.athento.deployment.process.Variables.FLAG_REASON;
import static com.athento.deployment.process.Variables.HOTFIX_DECISION;
import static com.athento.deployment.process.Variables.NOTICE_AT;
import static com.athento.deployment.process.Variables.NO_NOTICE_REASON;
import static com.athento.deployment.process.Variables.PLAN;
import static com.athento.deployment.process.Variables.POINT_OF_NO_RETURN;
import static com.athento.deployment.process.Variables.PRODUCT_DECISION;
import static com.athento.deployment.process.Variables.PROJECT_DECISION;
import static com.athento.deployment.process.Variables.QA_VERDICT;
import static com.athento.deployment.process.Variables.REASON;
import static com.athento.deployment.process.Variables.RELEASE_NOTES_URL;
import static com.athento.deployment.process.Variables.REMINDER_AT;
import static com.athento.deployment.process.Variables.REPORTED_AT;
import static com.athento.deployment.process.Variables.REQUESTER;
import static com.athento.deployment.process.Variables.REQUESTER_DECISION;
import static com.athento.deployment.process.Variables.RIGHT_PROCEDURE;
import static com.athento.deployment.process.Variables.ROLLBACK_PLAN;
import static com.athento.deployment.process.Variables.RUNNING_VERSION;
import static com.athento.deployment.process.Variables.START_DECISION;
import static com.athento.deployment.process.Variables.SUPPORT_UNTIL;
import static com.athento.deployment.process.Variables.TARGET_VERSION;
import static com.athento.deployment.process.Variables.UNAVAILABLE_SINCE;
import static com.athento.deployment.process.Variables.WINDOW_NAMED;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.RunningVersion;
import com.athento.deployment.process.Variable;
import com.athento.deployment.process.WhoActs;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * <i>Deployment requested</i>: what is wrong is refused at once; what is right gets its key, its first revision, and
 * every variable that the model reads.
 */
@Component
class SubmitRequest implements ExecutionListener {

    /**
     * What expressions and tables of the model read, perhaps before it is decided, since they refuse a name that is
     * unknown; and what a request may leave out. Everything else appears with its first value.
     */
    private static final List<Variable<?>> FROM_THE_START = List.of(
            TARGET_VERSION,
            REPORTED_AT,
            WINDOW_OFFSET,
            DOWNTIME_MINUTES,
            REASON,
            FLAG_POSSIBLE,
            FLAG_REASON,
            PLAN,
            ROLLBACK_PLAN,
            RELEASE_NOTES_URL,
            NO_NOTICE_REASON,
            FIXES,
            APPROVALS_HOLD,
            CHECK_RESULT,
            CONSENT_DEADLINE,
            CONSENT_HOLDS,
            CONSENT_OUTCOME,
            DEPLOYMENT_RESULT,
            REMINDER_AT,
            HOTFIX_DECISION,
            NOTICE_AT,
            POINT_OF_NO_RETURN,
            PRODUCT_DECISION,
            PROJECT_DECISION,
            QA_VERDICT,
            REQUESTER_DECISION,
            RIGHT_PROCEDURE,
            START_DECISION,
            SUPPORT_UNTIL,
            UNAVAILABLE_SINCE);

    private final WhoActs whoActs;
    private final TakeSubmission take;
    private final Keys keys;
    private final Revisions revisions;

    SubmitRequest(WhoActs whoActs, TakeSubmission take, Keys keys, Revisions revisions) {
        this.whoActs = whoActs;
        this.take = take;
        this.keys = keys;
        this.revisions = revisions;
    }

    @Override
    public void notify(DelegateExecution intervention) {
        var requester = whoActs.somebody();
        Entitled.toRequest(requester);
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
        FROM_THE_START.stream()
                .filter(variable -> !intervention.hasVariable(variable.name()))
                .forEach(variable -> values.put(variable.name(), null));
        values.putAll(submission.values(1));
        Submission.put(values, REQUESTER, requester.account());
        Submission.put(values, RUNNING_VERSION, RunningVersion.PREVIOUS);
        Submission.put(values, DOWNTIME_SPENT, 0);
        Submission.put(values, APPROVALS_HOLD, false);
        Submission.put(values, CONSENT_HOLDS, false);
        Submission.put(values, WINDOW_NAMED, false);
        return values;
    }
}
