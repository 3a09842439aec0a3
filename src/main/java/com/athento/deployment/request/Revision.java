package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.FIXES;

import com.athento.deployment.intervention.AnsweredFix;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.process.Variable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A version of the plan as it is on record.
 *
 * @param windowSetAt when the revision that set this window was submitted
 * @param findings what the check found, and whether the approvals came too late
 * @param exceptionReason why the findings shall be let pass, if somebody asked for that
 * @param approvalsFrom first revision whose approvals still cover this one
 * @param consentFrom first revision whose consents still cover this one
 * @param fields everything that was asked for, as the process holds it
 */
record Revision(
        int number,
        Plan plan,
        Severity severity,
        Instant windowSetAt,
        List<Finding> findings,
        Optional<String> exceptionReason,
        int approvalsFrom,
        int consentFrom,
        Map<Variable<?>, Optional<Object>> fields) {

    /** What it says about the fixes on the instance. */
    List<AnsweredFix> fixes() {
        return Optional.ofNullable(fields.get(FIXES))
                .flatMap(Function.identity())
                .flatMap(FIXES::parse)
                .orElse(List.of());
    }

    /** The first field that stands otherwise in the process now. */
    Optional<Variable<?>> changedIn(VariableScope process) {
        return fields.entrySet().stream()
                .filter(field -> !Objects.equals(
                        field.getKey().find(process),
                        field.getKey().parse(field.getValue().orElse(null))))
                .<Variable<?>>map(Map.Entry::getKey)
                .findFirst();
    }
}
