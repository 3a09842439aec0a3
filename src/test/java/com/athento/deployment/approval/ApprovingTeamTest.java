package com.athento.deployment.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.ApprovalDecision;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Scopes;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovingTeamTest {

    private static final Map<String, Object> ANSWER = Map.of(
            "projectDecision", "DENY",
            "projectRisk", "HIGH",
            "projectSuitable", true,
            "projectReason", "Month-end closing");

    @Test
    void readsTheAnswerOfItsOwnForm() {
        assertThat(ApprovingTeam.of(Elements.APPROVE_PROJECT).judgement(task(ANSWER)))
                .isEqualTo(new Judgement(ApprovalDecision.DENY, Risk.HIGH, true, "Month-end closing"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "projectDecision, projectDecision: missing; give APPROVE or DENY",
        "projectRisk, 'projectRisk: missing; give LOW, MEDIUM or HIGH'",
        "projectSuitable, 'projectSuitable: missing; say whether the change is suitable, true or false'",
        "projectReason, projectReason: missing; say in a sentence why",
    })
    void refusesAnAnswerWithout(String field, String sentence) {
        var answer = new HashMap<>(ANSWER);
        answer.remove(field);

        assertRefused(answer, sentence);
    }

    @Test
    void refusesToApproveWhatIsNotSuitable() {
        var answer = new HashMap<>(ANSWER);
        answer.putAll(Map.of("projectDecision", "APPROVE", "projectSuitable", false));

        assertRefused(
                answer,
                "projectDecision: 'APPROVE' contradicts projectSuitable 'false'; deny, or say that the change is suitable");
    }

    private static void assertRefused(Map<String, ?> answer, String sentence) {
        assertThatThrownBy(() -> ApprovingTeam.PROJECT.judgement(task(answer)))
                .isInstanceOf(Refused.class)
                .hasMessage(sentence);
    }

    private static org.camunda.bpm.engine.delegate.DelegateTask task(Map<String, ?> answer) {
        return Scopes.task(Elements.APPROVE_PROJECT, answer);
    }
}
