package com.athento.deployment.process;

import com.athento.deployment.intervention.AnsweredFix;
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
import com.athento.deployment.intervention.Flag;
import com.athento.deployment.intervention.FlagAfter;
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
import com.athento.deployment.intervention.WebAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.spin.plugin.variable.type.SpinValueType;

/** Every variable of the model, by name and type. They are all there from the start of an intervention. */
public final class Variables {

    /** Filled by the constants below; it has to stand above them. */
    private static final Map<String, Variable<?>> BY_NAME = new LinkedHashMap<>();

    // Request
    public static final Variable<String> INSTANCE_CODE = text("instanceCode", 20);
    public static final Variable<ChangeKind> CHANGE_KIND = word("changeKind", ChangeKind.class);
    public static final Variable<String> TARGET_VERSION = text("targetVersion", 100);
    public static final Variable<Severity> SEVERITY = word("severity", Severity.class);
    public static final Variable<String> WINDOW_START_LOCAL = text("windowStartLocal", 40);
    public static final Variable<String> WINDOW_OFFSET = text("windowOffset", 10);
    public static final Variable<String> REASON = text("reason");
    public static final Variable<String> FLAG_REASON = text("flagReason");
    public static final Variable<String> PLAN = text("plan");
    public static final Variable<String> ROLLBACK_PLAN = text("rollbackPlan");
    public static final Variable<String> RELEASE_NOTES_URL = webAddress("releaseNotesUrl", "https://example.com/notes");
    public static final Variable<String> NOTICE_CHANNELS = text("noticeChannels", 100);
    public static final Variable<String> NO_NOTICE_REASON = text("noNoticeReason");
    public static final Variable<Instant> REPORTED_AT = moment("reportedAt");
    public static final Variable<Integer> DOWNTIME_MINUTES = whole("downtimeMinutes");
    public static final Variable<Boolean> BIG_CHANGES = yesNo("bigChanges");
    public static final Variable<Boolean> FLAG_POSSIBLE = yesNo("flagPossible");
    public static final Variable<List<Flag>> FLAGS =
            known("flags", SpinValueType.JSON, Entries.of(Flag.class, Flag::name));

    /** What becomes of each fix on the instance, where a version upgrade might lose it. */
    public static final Variable<List<AnsweredFix>> FIXES =
            known("fixes", SpinValueType.JSON, Entries.of(AnsweredFix.class, AnsweredFix::reference));

    // Derived from the request, the tables and the register
    public static final Variable<String> REQUESTER = text("requester");
    public static final Variable<String> CLIENT_CODE = text("clientCode");
    public static final Variable<String> ZONE = text("zone");
    public static final Variable<String> FROM_VERSION = text("fromVersion");
    public static final Variable<UpdateAge> UPDATE_AGE = word("updateAge", UpdateAge.class);
    public static final Variable<Route> ROUTE = word("route", Route.class);
    public static final Variable<RightProcedure> RIGHT_PROCEDURE = word("rightProcedure", RightProcedure.class);
    public static final Variable<CheckResult> CHECK_RESULT = word("checkResult", CheckResult.class);
    public static final Variable<ConsentOutcome> CONSENT_OUTCOME = word("consentOutcome", ConsentOutcome.class);
    public static final Variable<Risk> EFFECTIVE_RISK = word("effectiveRisk", Risk.class);
    public static final Variable<Outcome> OUTCOME = word("outcome", Outcome.class);
    public static final Variable<Boolean> APPROVALS_HOLD = yesNo("approvalsHold");
    public static final Variable<Boolean> CONSENT_HOLDS = yesNo("consentHolds");
    public static final Variable<Integer> REVISION = whole("revision");
    public static final Variable<Integer> DEPLOYMENT_TYPE = whole("deploymentType");
    public static final Variable<Integer> DOWNTIME_SPENT = whole("downtimeSpent");
    public static final Variable<Instant> FROM_LAST_UPDATE = moment("fromLastUpdate");
    public static final Variable<Instant> TARGET_MOMENT = moment("targetMoment");
    public static final Variable<Instant> WINDOW_START = moment("windowStart");
    public static final Variable<Instant> START_UNTIL = moment("startUntil");
    public static final Variable<Instant> NOTICE_AT = moment("noticeAt");
    public static final Variable<Instant> CONSENT_DEADLINE = moment("consentDeadline");
    public static final Variable<Instant> REMINDER_AT = moment("reminderAt");
    public static final Variable<Instant> ACTUAL_START = moment("actualStart");
    public static final Variable<Instant> POINT_OF_NO_RETURN = moment("pointOfNoReturn");
    public static final Variable<Instant> SUPPORT_UNTIL = moment("supportUntil");
    public static final Variable<Instant> UNAVAILABLE_SINCE = moment("unavailableSince");
    public static final Variable<List<Finding>> FINDINGS = known("findings", SpinValueType.JSON, new Findings());

    // Why the plan changed or the intervention ended
    public static final Variable<ReplanCause> REPLAN_CAUSE = word("replanCause", ReplanCause.class);
    public static final Variable<String> CHANGE_REASON = text("changeReason");
    public static final Variable<String> CHANGED_BY = text("changedBy");

    /** Whether whoever reschedules has named the new window in the same step. */
    public static final Variable<Boolean> WINDOW_NAMED = yesNo("windowNamed");

    public static final Variable<String> ENDED_BY = text("endedBy");

    // Revise the request
    public static final Variable<RequesterDecision> REQUESTER_DECISION =
            word("requesterDecision", RequesterDecision.class);

    /** Whether an exception can be asked for; in the task alone. */
    public static final Variable<Boolean> EXCEPTION_OFFERED = yesNo("exceptionOffered");

    public static final Variable<String> EXCEPTION_REASON = text("exceptionReason");

    // Approvals
    public static final Variable<ApprovalDecision> PRODUCT_DECISION = word("productDecision", ApprovalDecision.class);
    public static final Variable<Risk> PRODUCT_RISK = word("productRisk", Risk.class);
    public static final Variable<Boolean> PRODUCT_SUITABLE = yesNo("productSuitable");
    public static final Variable<String> PRODUCT_REASON = text("productReason");
    public static final Variable<ApprovalDecision> PROJECT_DECISION = word("projectDecision", ApprovalDecision.class);
    public static final Variable<Risk> PROJECT_RISK = word("projectRisk", Risk.class);
    public static final Variable<Boolean> PROJECT_SUITABLE = yesNo("projectSuitable");
    public static final Variable<String> PROJECT_REASON = text("projectReason");

    // Consent
    public static final Variable<ConsentAnswer> CONSENT_ANSWER = word("consentAnswer", ConsentAnswer.class);
    public static final Variable<String> CONSENT_REASON = text("consentReason");
    public static final Variable<String> PROPOSED_WINDOW_LOCAL = text("proposedWindowLocal", 40);
    public static final Variable<String> CONSENT_BY = text("consentBy", 200);
    public static final Variable<ConsentVia> CONSENT_VIA = word("consentVia", ConsentVia.class);
    public static final Variable<NoAnswerDecision> NO_ANSWER_DECISION =
            word("noAnswerDecision", NoAnswerDecision.class);
    public static final Variable<String> NO_ANSWER_REASON = text("noAnswerReason");

    // Rollout
    public static final Variable<StartDecision> START_DECISION = word("startDecision", StartDecision.class);
    public static final Variable<String> START_REASON = text("startReason");
    public static final Variable<String> STARTED_BY = text("startedBy");
    public static final Variable<String> DEPLOYED_BY = text("deployedBy");

    /** Local to the task: who has it without having claimed it; absent once they gave it back. */
    public static final Variable<String> HANDED_TO = text("handedTo");

    /** Local to the task: what whoever starts must know; null if there is nothing to say. */
    public static final Variable<String> NOTICE_WARNING = text("noticeWarning");

    public static final Variable<DeploymentResult> DEPLOYMENT_RESULT = word("deploymentResult", DeploymentResult.class);
    public static final Variable<String> DEPLOYMENT_NOTES = text("deploymentNotes");

    /** What state a step left flags of the request in; those that it does not name stay as they were. */
    public static final Variable<List<FlagAfter>> FLAGS_AFTER =
            known("flagsAfter", SpinValueType.JSON, Entries.of(FlagAfter.class, FlagAfter::name));

    public static final Variable<RunningVersion> RUNNING_VERSION = word("runningVersion", RunningVersion.class);
    public static final Variable<String> ROLLBACK_NOTES = text("rollbackNotes");

    // QA
    public static final Variable<Long> QA_TOTAL = count("qaTotal");
    public static final Variable<Long> QA_PASSED = count("qaPassed");
    public static final Variable<Long> QA_FAILED = count("qaFailed");
    public static final Variable<Long> QA_BLOCKED = count("qaBlocked");
    public static final Variable<Long> QA_OPEN = count("qaOpen");
    public static final Variable<Boolean> QA_FINISHED = yesNo("qaFinished");
    public static final Variable<String> QA_REFERENCE = webAddress("qaReference", "https://example.com/runs/17");
    /** Of results that were sent before: the figures are theirs. */
    public static final Variable<String> QA_IMPORT = text("qaImport", 40);

    /** Which of the fixes that are to be applied again are: their references. */
    public static final Variable<List<String>> FIXES_REAPPLIED =
            known("fixesReapplied", SpinValueType.JSON, new References());

    public static final Variable<Verdict> QA_VERDICT = word("qaVerdict", Verdict.class);
    public static final Variable<HotfixDecision> HOTFIX_DECISION = word("hotfixDecision", HotfixDecision.class);
    public static final Variable<String> HOTFIX_REASON = text("hotfixReason");

    /** Local to the task: what a hotfix may take of the hour. */
    public static final Variable<Long> HOTFIX_MINUTES = count("hotfixMinutes");

    /** Local to the task: what of the hour is kept for a rollback, should the hotfix not help. */
    public static final Variable<Long> ROLLBACK_MINUTES = count("rollbackMinutes");

    /** Local to the task: from when on the hour does not leave that any more. */
    public static final Variable<Instant> HOTFIX_END = moment("hotfixEnd");

    public static final Variable<String> HOTFIX_REFERENCE = text("hotfixReference", 200);
    public static final Variable<String> HOTFIX_NOTES = text("hotfixNotes");
    public static final Variable<String> HOTFIX_CONTAINED_IN = text("hotfixContainedIn", 100);

    // Support; the incident's own are local to its scope
    public static final Variable<String> SUPPORT_NOTES = text("supportNotes");
    public static final Variable<String> END_EARLY_REASON = text("endEarlyReason");
    public static final Variable<String> INCIDENT_TITLE = text("incidentTitle", 200);
    public static final Variable<Severity> INCIDENT_SEVERITY = word("incidentSeverity", Severity.class);
    public static final Variable<CausedByUpdate> CAUSED_BY_UPDATE = word("causedByUpdate", CausedByUpdate.class);
    public static final Variable<String> INCIDENT_REPORTER = text("incidentReporter", 200);
    public static final Variable<IncidentResolution> INCIDENT_RESOLUTION =
            word("incidentResolution", IncidentResolution.class);
    public static final Variable<String> TICKET_NUMBER = text("ticketNumber", 100);
    public static final Variable<String> RESOLUTION_NOTES = text("resolutionNotes");
    public static final Variable<Boolean> ROLLBACK_CONFIRMED = yesNo("rollbackConfirmed");

    // Closure
    /** What is proposed for it, in the task alone: an answer never inherits it. */
    public static final Variable<String> CLOSING_DRAFT = text("closingDraft");

    public static final Variable<String> CLOSING_TEXT = text("closingText");
    public static final Variable<ClosingTeam> CLOSING_TEAM = word("closingTeam", ClosingTeam.class);

    // Change an intervention, report an incident
    public static final Variable<String> INTERVENTION = text("intervention", 60);
    public static final Variable<Change> CHANGE = word("change", Change.class);

    private Variables() {}

    /** In the order in which they stand here. */
    public static Collection<Variable<?>> all() {
        return Collections.unmodifiableCollection(BY_NAME.values());
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

    private static Variable<String> text(String name) {
        return text(name, Text.LONGEST);
    }

    /** Free text of at most so many characters; blank counts as absent. */
    private static Variable<String> text(String name, int longest) {
        return known(name, ValueType.STRING, new Text(longest));
    }

    /** A link, as somebody may follow it from a mail or a page: nothing else is taken. */
    private static Variable<String> webAddress(String name, String example) {
        return known(name, ValueType.STRING, new Text(WebAddress.LONGEST).then(Kind.webAddress(example)));
    }

    private static Variable<Boolean> yesNo(String name) {
        return known(name, ValueType.BOOLEAN, new YesNo());
    }

    private static Variable<Integer> whole(String name) {
        return known(name, ValueType.INTEGER, new WholeNumber<>(BigDecimal::intValueExact));
    }

    private static Variable<Long> count(String name) {
        return known(name, ValueType.LONG, new WholeNumber<>(BigDecimal::longValueExact));
    }

    private static Variable<Instant> moment(String name) {
        return known(name, ValueType.DATE, new Moment());
    }

    private static <E extends Enum<E>> Variable<E> word(String name, Class<E> words) {
        return known(name, ValueType.STRING, Kind.word(words));
    }

    private static <T> Variable<T> known(String name, ValueType type, Kind<T> kind) {
        var variable = new Variable<>(name, type, kind);
        if (BY_NAME.putIfAbsent(name, variable) != null) {
            throw new IllegalStateException("two variables are called '%s'; give each its own name".formatted(name));
        }
        return variable;
    }
}
