package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What it relies on: that the engine asks it, and makes one task where it is. */
class SparingTasksTest extends PathsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Test
    void theEngineAsksIt() {
        assertThat(OneCommand.of(engine, CommandContext::getTaskManager)).isInstanceOf(SparingTasks.class);
    }

    @Test
    void aPlaceHasTheTaskThatIsInHand() {
        var open = lifecycle.requested().task(Elements.APPROVE_PRODUCT);

        OneCommand.of(engine, commands -> {
            var task = commands.getTaskManager().findTaskById(open.getId());
            assertThat(commands.getTaskManager().findTasksByExecutionId(open.getExecutionId()))
                    .containsExactly(task);
            return null;
        });
    }

    @Test
    void aPlaceWhoseTaskIsNotInHandHasItAllTheSame() {
        var open = lifecycle.requested().task(Elements.APPROVE_PRODUCT);

        var found = OneCommand.of(
                engine, commands -> commands.getTaskManager().findTasksByExecutionId(open.getExecutionId()));

        assertThat(found).extracting(TaskEntity::getId).containsExactly(open.getId());
    }

    /** The database has none of it yet, and the engine would not find it there. */
    @Test
    void oneThatIsNewIsNotThereYet() {
        var asked = catchThrowable(() -> OneCommand.of(engine, commands -> {
            var task = new TaskEntity();
            task.setExecutionId("somewhere");
            task.insert();
            assertThat(commands.getTaskManager().findTasksByExecutionId("somewhere"))
                    .isEmpty();
            throw new UnsupportedOperationException("nothing of it is kept");
        }));

        assertThat(asked).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsBelowATaskEndsWithIt() {
        tasks.deleteTask(saved(tasks.newTask()).getId(), true);
        var above = saved(tasks.newTask());
        var below = tasks.newTask();
        below.setParentTaskId(above.getId());
        saved(below);

        tasks.deleteTask(above.getId(), true);

        assertThat(tasks.createTaskQuery().taskId(below.getId()).count()).isZero();
    }

    /** Nothing is there that this order could be read from, so whoever follows it fails. */
    @Test
    void aCountLeavesTheOrderToTheList() {
        var query = (TaskQueryImpl) tasks.createTaskQuery();
        query.orderBy(new QueryOrderingProperty("nowhere", TaskQueryProperty.NAME))
                .asc();

        assertThat(query.count()).isEqualTo(tasks.createTaskQuery().count());
        assertThat(catchThrowable(query::list)).isInstanceOf(ProcessEngineException.class);
    }

    private Task saved(Task task) {
        tasks.saveTask(task);
        return task;
    }
}
