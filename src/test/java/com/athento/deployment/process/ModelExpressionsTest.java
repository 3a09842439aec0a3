package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What an expression without anything that runs comes to; {@code TextIsNeverCodeTest} tries all doors. */
class ModelExpressionsTest {

    private final ModelExpressions expressions = new ModelExpressions(new StaticListableBeanFactory());

    @Test
    void aTaskWhoseExecutionIsGoneByTheNextLookHasLostARace() {
        var listener = new DelegateExpressionTaskListener(expressions.createExpression("${recordApproval}"), List.of());

        assertThat(LostRace.is(catchThrowable(() -> listener.notify(new TaskEntity()))))
                .isTrue();
    }

    @Test
    void aQueryEvaluatesNothing() {
        var expression = expressions.createExpression("${recordApproval}");

        assertThatThrownBy(() -> expression.getValue(null)).isInstanceOf(Refused.class);
    }
}
