package com.athento.deployment.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.OneCommand;
import com.athento.deployment.process.PathsTest;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What it relies on: that the engine asks it, that a task is put in before anything is asked of it, and that whoever
 * completes a task reads its intervention's variables first.
 */
class SparingVariablesTest extends PathsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Test
    void theEngineAsksIt() {
        assertThat(OneCommand.of(engine, CommandContext::getVariableInstanceManager))
                .isInstanceOf(SparingVariables.class);
    }

    @Test
    void aNewTaskHasNoneButThoseItIsGiven() {
        var named = OneCommand.of(engine, commands -> {
            var task = new TaskEntity();
            task.insert();
            var before = task.getVariablesLocal();
            task.setVariableLocal(TaskCards.KEY, "given");
            assertThat(before).isEmpty();
            return task.getId();
        });
        try {
            assertThat(tasks.getVariablesLocal(named)).containsOnlyKeys(TaskCards.KEY);
        } finally {
            tasks.deleteTask(named, true);
        }
    }

    @Test
    void oneThatIsOpenKeepsWhatItHas() {
        var intervention = lifecycle.requested();
        var task = intervention.task(Elements.APPROVE_PRODUCT).getId();

        assertThat(tasks.getVariableLocal(task, TaskCards.KEY)).isEqualTo(intervention.key());
        tasks.setVariableLocal(task, "more", "than before");
        assertThat(tasks.getVariablesLocal(task)).containsKeys(TaskCards.KEY, "more");
    }

    @Test
    void thoseOfTheTaskInHandComeWithThoseOfItsIntervention() {
        var intervention = lifecycle.requested();
        var task = intervention.task(Elements.APPROVE_PRODUCT).getId();
        var ofTask = tasks.getVariablesLocal(task).keySet();
        var ofIntervention = runtime.getVariablesLocal(intervention.id()).keySet();

        OneCommand.of(engine, commands -> {
            var variables = commands.getVariableInstanceManager();
            commands.getTaskManager().findTaskById(task);

            assertThat(names(variables.findVariableInstancesByExecutionId(intervention.id())))
                    .containsExactlyInAnyOrderElementsOf(ofIntervention);
            assertThat(commands.getDbEntityManager().getCachedEntitiesByType(VariableInstanceEntity.class))
                    .as("in hand before it is asked for")
                    .filteredOn(one -> task.equals(one.getTaskId()))
                    .hasSameSizeAs(ofTask);
            assertThat(names(variables.findVariableInstancesByTaskIdAndVariableNames(task, List.of(TaskCards.KEY))))
                    .containsExactly(TaskCards.KEY);
            var ahead = variables.findVariableInstancesByTaskId(task);
            assertThat(names(ahead)).containsExactlyInAnyOrderElementsOf(ofTask);
            assertThat(variables.findVariableInstancesByTaskId(task))
                    .as("asked for again, read anew")
                    .isNotSameAs(ahead)
                    .containsExactlyInAnyOrderElementsOf(ahead);
            return null;
        });
    }

    @Test
    void noneOfATaskIsOneOfItsInterventionThoughItStandsAtTheSamePlace() {
        var intervention = lifecycle.supported();
        var task = intervention.task(Elements.CLOSE_INTERVENTION);
        assertThat(task.getExecutionId()).isEqualTo(intervention.id());

        var read = OneCommand.of(engine, commands -> {
            commands.getTaskManager().findTaskById(task.getId());
            return names(commands.getVariableInstanceManager().findVariableInstancesByExecutionId(intervention.id()));
        });

        assertThat(read).isNotEmpty().doesNotContainAnyElementsOf(TaskCards.VARIABLES);
    }

    @Test
    void withoutATaskInHandAnInterventionIsReadAlone() {
        var intervention = lifecycle.requested();

        OneCommand.of(engine, commands -> {
            commands.getVariableInstanceManager().findVariableInstancesByExecutionId(intervention.id());
            assertThat(commands.getDbEntityManager().getCachedEntitiesByType(VariableInstanceEntity.class))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.getTaskId()).isNull());
            return null;
        });
    }

    private static List<String> names(List<VariableInstanceEntity> variables) {
        return variables.stream().map(VariableInstanceEntity::getName).toList();
    }
}
