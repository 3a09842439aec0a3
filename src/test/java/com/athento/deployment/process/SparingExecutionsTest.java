package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What it relies on: that the engine asks it, for the place of a task first and then for all places. */
class SparingExecutionsTest extends PathsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    void theEngineAsksIt() {
        assertThat(OneCommand.of(engine, CommandContext::getExecutionManager)).isInstanceOf(SparingExecutions.class);
    }

    @Test
    void thePlaceOfATaskComesWithAllOthers() {
        var intervention = lifecycle.requested();
        var task = intervention.task(Elements.APPROVE_PRODUCT);
        var all = runtime.createExecutionQuery().processInstanceId(intervention.id()).list().stream()
                .map(Execution::getId)
                .toList();

        var read = OneCommand.of(engine, commands -> {
            commands.getTaskManager().findTaskById(task.getId());
            commands.getExecutionManager().findExecutionById(task.getExecutionId());
            return ids(commands.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class));
        });

        assertThat(all).hasSizeGreaterThan(2);
        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void soDoesThatOfAJob() {
        var intervention = lifecycle.requested();
        var job = management
                .createJobQuery()
                .processInstanceId(intervention.id())
                .timers()
                .list()
                .get(0);

        var read = OneCommand.of(engine, commands -> {
            commands.getJobManager().findJobById(job.getId()).getExecution();
            return ids(commands.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class));
        });

        assertThat(read).hasSizeGreaterThan(2);
    }

    /** By itself, it may be the place of anything. */
    @Test
    void aPlaceOfNothingInHandComesAlone() {
        var intervention = lifecycle.requested();

        var read = OneCommand.of(engine, commands -> {
            commands.getExecutionManager().findExecutionById(intervention.id());
            return ids(commands.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class));
        });

        assertThat(read).containsExactly(intervention.id());
    }

    @Test
    void whatIsAskedTwiceIsReadAnew() {
        var intervention = lifecycle.requested();
        var task = intervention.task(Elements.APPROVE_PRODUCT);

        OneCommand.of(engine, commands -> {
            var executions = commands.getExecutionManager();
            commands.getTaskManager().findTaskById(task.getId());
            assertThat(executions.findExecutionById(null)).isNull();
            executions.findExecutionById(task.getExecutionId());
            var ahead = executions.findExecutionsByProcessInstanceId(intervention.id());
            assertThat(executions.findExecutionsByProcessInstanceId(intervention.id()))
                    .isNotSameAs(ahead)
                    .containsExactlyInAnyOrderElementsOf(ahead);
            return null;
        });
    }

    private static List<String> ids(List<ExecutionEntity> executions) {
        return executions.stream().map(ExecutionEntity::getId).toList();
    }
}
