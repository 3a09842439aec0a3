package com.athento.deployment.process;

import com.athento.deployment.intervention.ApprovalDecision;
import com.athento.deployment.intervention.CausedByUpdate;
import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.CheckResult;
import com.athento.deployment.intervention.ClosingTeam;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.ConsentOutcome;
import com.athento.deployment.intervention.ConsentVia;
import com.athento.deployment.intervention.DeploymentResult;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.HotfixDecision;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.NoAnswerDecision;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.intervention.RequesterDecision;
import com.athento.deployment.intervention.RightProcedure;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.RunningVersion;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.StartDecision;
import com.athento.deployment.intervention.UpdateAge;
import com.athento.deployment.intervention.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every variable of the model, by name and type. They are all there from the start of an intervention. */
public final class Variables {

    // Request
    public static final Variable<String> INSTANCE_CODE = Variable.text("instanceCode", 20);
    public static final Variable<ChangeKind> CHANGE_KIND = Variable.word("changeKind", ChangeKind.class);
    public static final Variable<String> TARGET_VERSION = Variable.text("targetVersion", 100);
    public static final Variable<Severity> SEVERITY = Variable.word("severity", Severity.class);
    public static final Variable<String> WINDOW_START_LOCAL = Variable.text("windowStartLocal", 40);
    public static final Variable<String> WINDOW_OFFSET = Variable.text("windowOffset", 10);
    public static final Variable<String> REASON = Variable.text("reason");
    public static final Variable<String> FLAG_REASON = Variable.text("flagReason");
    public static final Variable<String> PLAN = Variable.text("plan");
    public static final Variable<String> ROLLBACK_PLAN = Variable.text("rollbackPlan");
    public static final Variable<String> RELEASE_NOTES_URL =
            Variable.webAddress("releaseNotesUrl", "https://example.com/notes");
    public static final Variable<String> NOTICE_CHANNELS = Variable.text("noticeChannels", 100);
    public static final Variable<String> NO_NOTICE_REASON = Variable.text("noNoticeReason");
    public static final Variable<Instant> REPORTED_AT = Variable.moment("reportedAt");
    public static final Variable<Integer> DOWNTIME_MINUTES = Variable.whole("downtimeMinutes");
    public static final Variable<Boolean> BIG_CHANGES = Variable.yesNo("bigChanges");
    public static final Variable<Boolean> FLAG_POSSIBLE = Variable.yesNo("flagPossible");

    // Derived from the request, the tables and the register
    public static final Variable<String> REQUESTER = Variable.text("requester");
    public static final Variable<String> CLIENT_CODE = Variable.text("clientCode");
    public static final Variable<String> ZONE = Variable.text("zone");
    public static final Variable<String> FROM_VERSION = Variable.text("fromVersion");
    public static final Variable<UpdateAge> UPDATE_AGE = Variable.word("updateAge", UpdateAge.class);
    public static final Variable<Route> ROUTE = Variable.word("route", Route.class);
    public static final Variable<RightProcedure> RIGHT_PROCEDURE =
            Variable.word("rightProcedure", RightProcedure.class);
    public static final Variable<CheckResult> CHECK_RESULT = Variable.word("checkResult", CheckResult.class);
    public static final Variable<ConsentOutcome> CONSENT_OUTCOME =
            Variable.word("consentOutcome", ConsentOutcome.class);
    public static final Variable<Risk> EFFECTIVE_RISK = Variable.word("effectiveRisk", Risk.class);
    public static final Variable<Outcome> OUTCOME = Variable.word("outcome", Outcome.class);
    public static final Variable<Boolean> APPROVALS_HOLD = Variable.yesNo("approvalsHold");
    public static final Variable<Boolean> CONSENT_HOLDS = Variable.yesNo("consentHolds");
    public static final Variable<Integer> REVISION = Variable.whole("revision");
    public static final Variable<Integer> DEPLOYMENT_TYPE = Variable.whole("deploymentType");
    public static final Variable<Integer> DOWNTIME_SPENT = Variable.whole("downtimeSpent");
    public static final Variable<Instant> FROM_LAST_UPDATE = Variable.moment("fromLastUpdate");
    public static final Variable<Instant> TARGET_MOMENT = Variable.moment("targetMoment");
    public static final Variable<Instant> WINDOW_START = Variable.moment("windowStart");
    public static final Variable<Instant> START_UNTIL = Variable.moment("startUntil");
    public static final Variable<Instant> NOTICE_AT = Variable.moment("noticeAt");
    public static final Variable<Instant> CONSENT_DEADLINE = Variable.moment("consentDeadline");
    public static final Variable<Instant> REMINDER_AT = Variable.moment("reminderAt");
    public static final Variable<Instant> ACTUAL_START = Variable.moment("actualStart");
    public static final Variable<Instant> POINT_OF_NO_RETURN = Variable.moment("pointOfNoReturn");
    public static final Variable<Instant> SUPPORT_UNTIL = Variable.moment("supportUntil");
    public static final Variable<Instant> UNAVAILABLE_SINCE = Variable.moment("unavailableSince");
    public static final Variable<List<Finding>> FINDINGS = Variable.findings("findings");

    // Why the plan changed or the intervention ended
    public static final Variable<ReplanCause> REPLAN_CAUSE = Variable.word("replanCause", ReplanCause.class);
    public static final Variable<String> CHANGE_REASON = Variable.text("changeReason");
    public static final Variable<String> CHANGED_BY = Variable.text("changedBy");

    /** Whether whoever reschedules has named the new window in the same step. */
    public static final Variable<Boolean> WINDOW_NAMED = Variable.yesNo("windowNamed");

    public static final Variable<String> ENDED_BY = Variable.text("endedBy");

    // Revise the request
    public static final Variable<RequesterDecision> REQUESTER_DECISION =
            Variable.word("requesterDecision", RequesterDecision.class);

    /** Whether an exception can be asked for; in the task alone. */
    public static final Variable<Boolean> EXCEPTION_OFFERED = Variable.yesNo("exceptionOffered");

    public static final Variable<String> EXCEPTION_REASON = Variable.text("exceptionReason");

    // Approvals
    public static final Variable<ApprovalDecision> PRODUCT_DECISION =
            Variable.word("productDecision", ApprovalDecision.class);
    public static final Variable<Risk> PRODUCT_RISK = Variable.word("productRisk", Risk.class);
    public static final Variable<Boolean> PRODUCT_SUITABLE = Variable.yesNo("productSuitable");
    public static final Variable<String> PRODUCT_REASON = Variable.text("productReason");
    public static final Variable<ApprovalDecision> PROJECT_DECISION =
            Variable.word("projectDecision", ApprovalDecision.class);
    public static final Variable<Risk> PROJECT_RISK = Variable.word("projectRisk", Risk.class);
    public static final Variable<Boolean> PROJECT_SUITABLE = Variable.yesNo("projectSuitable");
    public static final Variable<String> PROJECT_REASON = Variable.text("projectReason");

    // Consent
    public static final Variable<ConsentAnswer> CONSENT_ANSWER = Variable.word("consentAnswer", ConsentAnswer.class);
    public static final Variable<String> CONSENT_REASON = Variable.text("consentReason");
    public static final Variable<String> PROPOSED_WINDOW_LOCAL = Variable.text("proposedWindowLocal", 40);
    public static final Variable<String> CONSENT_BY = Variable.text("consentBy", 200);
    public static final Variable<ConsentVia> CONSENT_VIA = Variable.word("consentVia", ConsentVia.class);
    public static final Variable<NoAnswerDecision> NO_ANSWER_DECISION =
            Variable.word("noAnswerDecision", NoAnswerDecision.class);
    public static final Variable<String> NO_ANSWER_REASON = Variable.text("noAnswerReason");

    // Rollout
    public static final Variable<StartDecision> START_DECISION = Variable.word("startDecision", StartDecision.class);
    public static final Variable<String> START_REASON = Variable.text("startReason");
    public static final Variable<String> STARTED_BY = Variable.text("startedBy");
    public static final Variable<String> DEPLOYED_BY = Variable.text("deployedBy");

    /** Local to the task: who has it without having claimed it; absent once they gave it back. */
    public static final Variable<String> HANDED_TO = Variable.text("handedTo");

    /** Local to the task: what whoever starts must know; null if there is nothing to say. */
    public static final Variable<String> NOTICE_WARNING = Variable.text("noticeWarning");

    public static final Variable<DeploymentResult> DEPLOYMENT_RESULT =
            Variable.word("deploymentResult", DeploymentResult.class);
    public static final Variable<String> DEPLOYMENT_NOTES = Variable.text("deploymentNotes");
    public static final Variable<RunningVersion> RUNNING_VERSION =
            Variable.word("runningVersion", RunningVersion.class);
    public static final Variable<String> ROLLBACK_NOTES = Variable.text("rollbackNotes");

    // QA
    public static final Variable<Long> QA_TOTAL = Variable.count("qaTotal");
    public static final Variable<Long> QA_PASSED = Variable.count("qaPassed");
    public static final Variable<Long> QA_FAILED = Variable.count("qaFailed");
    public static final Variable<Long> QA_BLOCKED = Variable.count("qaBlocked");
    public static final Variable<Long> QA_OPEN = Variable.count("qaOpen");
    public static final Variable<Boolean> QA_FINISHED = Variable.yesNo("qaFinished");
    public static final Variable<String> QA_REFERENCE =
            Variable.webAddress("qaReference", "https://example.com/runs/17");
    public static final Variable<Verdict> QA_VERDICT = Variable.word("qaVerdict", Verdict.class);
    public static final Variable<HotfixDecision> HOTFIX_DECISION =
            Variable.word("hotfixDecision", HotfixDecision.class);
    public static final Variable<String> HOTFIX_REASON = Variable.text("hotfixReason");

    /** Local to the task: what a hotfix needs of the hour. */
    public static final Variable<String> HOTFIX_OFFER = Variable.text("hotfixOffer");

    /** Local to the task: from when on the hour does not leave that any more. */
    public static final Variable<Instant> HOTFIX_END = Variable.moment("hotfixEnd");

    public static final Variable<String> HOTFIX_REFERENCE = Variable.text("hotfixReference", 200);
    public static final Variable<String> HOTFIX_NOTES = Variable.text("hotfixNotes");
    public static final Variable<String> HOTFIX_CONTAINED_IN = Variable.text("hotfixContainedIn", 100);

    // Support; the incident's own are local to its scope
    public static final Variable<String> SUPPORT_NOTES = Variable.text("supportNotes");
    public static final Variable<String> END_EARLY_REASON = Variable.text("endEarlyReason");
    public static final Variable<String> INCIDENT_TITLE = Variable.text("incidentTitle", 200);
    public static final Variable<Severity> INCIDENT_SEVERITY = Variable.word("incidentSeverity", Severity.class);
    public static final Variable<CausedByUpdate> CAUSED_BY_UPDATE =
            Variable.word("causedByUpdate", CausedByUpdate.class);
    public static final Variable<String> INCIDENT_REPORTER = Variable.text("incidentReporter", 200);
    public static final Variable<IncidentResolution> INCIDENT_RESOLUTION =
            Variable.word("incidentResolution", IncidentResolution.class);
    public static final Variable<String> TICKET_NUMBER = Variable.text("ticketNumber", 100);
    public static final Variable<String> RESOLUTION_NOTES = Variable.text("resolutionNotes");
    public static final Variable<Boolean> ROLLBACK_CONFIRMED = Variable.yesNo("rollbackConfirmed");

    // Closure
    /** What is proposed for it, in the task alone: an answer never inherits it. */
    public static final Variable<String> CLOSING_DRAFT = Variable.text("closingDraft");

    public static final Variable<String> CLOSING_TEXT = Variable.text("closingText");
    public static final Variable<ClosingTeam> CLOSING_TEAM = Variable.word("closingTeam", ClosingTeam.class);

    // Change an intervention, report an incident
    public static final Variable<String> INTERVENTION = Variable.text("intervention", 60);
    public static final Variable<Change> CHANGE = Variable.word("change", Change.class);

    private static final Map<String, Variable<?>> BY_NAME = List.<Variable<?>>of(
                    INSTANCE_CODE,
                    CHANGE_KIND,
                    TARGET_VERSION,
                    SEVERITY,
                    WINDOW_START_LOCAL,
                    WINDOW_OFFSET,
                    REASON,
                    FLAG_REASON,
                    PLAN,
                    ROLLBACK_PLAN,
                    RELEASE_NOTES_URL,
                    NOTICE_CHANNELS,
                    NO_NOTICE_REASON,
                    REPORTED_AT,
                    DOWNTIME_MINUTES,
                    BIG_CHANGES,
                    FLAG_POSSIBLE,
                    REQUESTER,
                    CLIENT_CODE,
                    ZONE,
                    FROM_VERSION,
                    UPDATE_AGE,
                    ROUTE,
                    RIGHT_PROCEDURE,
                    CHECK_RESULT,
                    CONSENT_OUTCOME,
                    EFFECTIVE_RISK,
                    OUTCOME,
                    APPROVALS_HOLD,
                    CONSENT_HOLDS,
                    REVISION,
                    DEPLOYMENT_TYPE,
                    DOWNTIME_SPENT,
                    FROM_LAST_UPDATE,
                    TARGET_MOMENT,
                    WINDOW_START,
                    START_UNTIL,
                    NOTICE_AT,
                    CONSENT_DEADLINE,
                    REMINDER_AT,
                    ACTUAL_START,
                    POINT_OF_NO_RETURN,
                    SUPPORT_UNTIL,
                    UNAVAILABLE_SINCE,
                    FINDINGS,
                    REPLAN_CAUSE,
                    CHANGE_REASON,
                    CHANGED_BY,
                    WINDOW_NAMED,
                    ENDED_BY,
                    REQUESTER_DECISION,
                    EXCEPTION_OFFERED,
                    EXCEPTION_REASON,
                    PRODUCT_DECISION,
                    PRODUCT_RISK,
                    PRODUCT_SUITABLE,
                    PRODUCT_REASON,
                    PROJECT_DECISION,
                    PROJECT_RISK,
                    PROJECT_SUITABLE,
                    PROJECT_REASON,
                    CONSENT_ANSWER,
                    CONSENT_REASON,
                    PROPOSED_WINDOW_LOCAL,
                    CONSENT_BY,
                    CONSENT_VIA,
                    NO_ANSWER_DECISION,
                    NO_ANSWER_REASON,
                    START_DECISION,
                    START_REASON,
                    STARTED_BY,
                    DEPLOYED_BY,
                    HANDED_TO,
                    NOTICE_WARNING,
                    DEPLOYMENT_RESULT,
                    DEPLOYMENT_NOTES,
                    RUNNING_VERSION,
                    ROLLBACK_NOTES,
                    QA_TOTAL,
                    QA_PASSED,
                    QA_FAILED,
                    QA_BLOCKED,
                    QA_OPEN,
                    QA_FINISHED,
                    QA_REFERENCE,
                    QA_VERDICT,
                    HOTFIX_DECISION,
                    HOTFIX_REASON,
                    HOTFIX_OFFER,
                    HOTFIX_END,
                    HOTFIX_REFERENCE,
                    HOTFIX_NOTES,
                    HOTFIX_CONTAINED_IN,
                    SUPPORT_NOTES,
                    END_EARLY_REASON,
                    INCIDENT_TITLE,
                    INCIDENT_SEVERITY,
                    CAUSED_BY_UPDATE,
                    INCIDENT_REPORTER,
                    INCIDENT_RESOLUTION,
                    TICKET_NUMBER,
                    RESOLUTION_NOTES,
                    ROLLBACK_CONFIRMED,
                    CLOSING_DRAFT,
                    CLOSING_TEXT,
                    CLOSING_TEAM,
                    INTERVENTION,
                    CHANGE)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Variable::name, Function.identity()));

    private Variables() {}

    public static Collection<Variable<?>> all() {
        return BY_NAME.values();
    }

    /**
     * The variable of that name.
     *
     * @throws IllegalArgumentException if the model knows none
     */
    static Variable<?> named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("the model has no variable '%s'".formatted(name)));
    }

    /** The variable of that name, if the model knows one. */
    public static Optional<Variable<?>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
