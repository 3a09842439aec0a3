package com.athento.deployment.approval;

import com.athento.deployment.intervention.ApprovalDecision;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import java.util.Arrays;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The two teams whose yes a request needs, and in which variables each of them answers. */
enum ApprovingTeam {
    PRODUCT(
            Team.PRODUCT,
            Elements.APPROVE_PRODUCT,
            Variables.PRODUCT_DECISION,
            Variables.PRODUCT_RISK,
            Variables.PRODUCT_SUITABLE,
            Variables.PRODUCT_REASON),
    PROJECT(
            Team.PROJECT,
            Elements.APPROVE_PROJECT,
            Variables.PROJECT_DECISION,
            Variables.PROJECT_RISK,
            Variables.PROJECT_SUITABLE,
            Variables.PROJECT_REASON);

    private final Team team;
    private final String task;
    private final Variable<ApprovalDecision> decision;
    private final Variable<Risk> risk;
    private final Variable<Boolean> suitable;
    private final Variable<String> reason;

    ApprovingTeam(
            Team team,
            String task,
            Variable<ApprovalDecision> decision,
            Variable<Risk> risk,
            Variable<Boolean> suitable,
            Variable<String> reason) {
        this.team = team;
        this.task = task;
        this.decision = decision;
        this.risk = risk;
        this.suitable = suitable;
        this.reason = reason;
    }

    /** The team that answers the task of that id. */
    static ApprovingTeam of(String task) {
        return Arrays.stream(values())
                .filter(team -> team.task.equals(task))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("nobody approves in '%s'".formatted(task)));
    }

    String id() {
        return team.id();
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
        var judgement =
                new Judgement(
                        decision.required(answer, "give APPROVE or DENY"),
                        risk.required(answer, "give LOW, MEDIUM or HIGH"),
                        suitable.required(
                                answer, "say whether the change is suitable, true or false"),
                        reason.required(answer, "say in a sentence why"));
        if (judgement.contradictsItself()) {
            throw Refused.because(
                    "%s: 'APPROVE' contradicts %s 'false'; deny, or say that the change is suitable",
                    decision, suitable);
        }
        return judgement;
    }
}
