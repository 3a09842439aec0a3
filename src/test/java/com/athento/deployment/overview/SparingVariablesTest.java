package com.athento.deployment.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.OneCommand;
import com.athento.deployment.process.PathsTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What it relies on: that the engine asks it, and that a task is put in before anything is asked of it. */
class SparingVariablesTest extends PathsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

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
}
