package com.athento.deployment.approval;

import com.athento.deployment.intervention.ApprovalDecision;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;

/** One of the two teams whose yes a request needs, and in which variables it answers. */
record ApprovingTeam(
        Team team,
        String task,
        Variable<ApprovalDecision> decision,
        Variable<Risk> risk,
        Variable<Boolean> suitable,
        Variable<String> reason) {

    static final ApprovingTeam PRODUCT = new ApprovingTeam(
            Team.PRODUCT,
            Elements.APPROVE_PRODUCT,
            Variables.PRODUCT_DECISION,
            Variables.PRODUCT_RISK,
            Variables.PRODUCT_SUITABLE,
            Variables.PRODUCT_REASON);

    static final ApprovingTeam PROJECT = new ApprovingTeam(
            Team.PROJECT,
            Elements.APPROVE_PROJECT,
            Variables.PROJECT_DECISION,
            Variables.PROJECT_RISK,
            Variables.PROJECT_SUITABLE,
            Variables.PROJECT_REASON);

    /** All whose yes it takes. */
    static final List<ApprovingTeam> ALL = List.of(PRODUCT, PROJECT);

    /** The team that answers the task of that id. */
    static ApprovingTeam of(String task) {
        return ALL.stream()
                .filter(team -> team.task.equals(task))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody approves in '%s'".formatted(task)));
    }

    String id() {
        return team.id();
    }

    /** As the table of approvals keeps it. */
    String code() {
        return team.name();
    }

    /** In which variable it decides; refusals name it. */
    String decisionName() {
        return decision.name();
    }

    /**
     * What it answered.
     *
     * @throws Refused if something is missing or contradicts itself
     */
    Judgement judgement(VariableScope answer) {
        var reading = new Reading();
        var decided = reading.of(() -> decision.required(answer, "refused.give", Sentence.or("APPROVE", "DENY")));
        var weighed = reading.of(() -> risk.required(answer, "refused.give", Sentence.or("LOW", "MEDIUM", "HIGH")));
        var suits = reading.of(() -> suitable.required(answer, "refused.approval.suitable"));
        var why = reading.of(() -> reason.required(answer, "refused.approval.reason"));
        reading.end();
        var judgement =
                new Judgement(decided.orElseThrow(), weighed.orElseThrow(), suits.orElseThrow(), why.orElseThrow());
        if (judgement.contradictsItself()) {
            throw Refused.because("refused.approval.contradiction", decision, suitable);
        }
        return judgement;
    }
}
