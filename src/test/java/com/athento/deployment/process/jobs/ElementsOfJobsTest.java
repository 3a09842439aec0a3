package com.athento.deployment.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.OneCommand;
import com.athento.deployment.process.PathsTest;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it relies on: that a job is of the element of its definition, which is read while it runs for nothing else, and
 * that the engine asks anew whether jobs are suspended when it makes one.
 */
class ElementsOfJobsTest extends PathsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient database;

    @AfterEach
    void goOn() {
        suspended(1);
    }

    @Test
    void aJobHasTheElementOfItsDefinition() {
        lifecycle.approved();
        var intervention = lifecycle.requested();
        intervention.completes("product", Elements.APPROVE_PRODUCT, approval("product"));
        intervention.completes("project", Elements.APPROVE_PROJECT, approval("project"));

        intervention
                .due()
                .forEach(job -> assertThat(elementWhileItRuns(job))
                        .isEqualTo(management
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .singleResult()
                                .getActivityId()));
    }

    /** Another node suspended them just now. */
    @Test
    void whatIsMadeOfSuspendedJobsIsSuspended() {
        lifecycle.approved();
        suspended(2);

        var intervention = lifecycle.submitted(Map.of());
        intervention.completes("product", Elements.APPROVE_PRODUCT, approval("product"));

        assertThat(management
                        .createJobQuery()
                        .processInstanceId(intervention.id())
                        .list())
                .isNotEmpty()
                .allMatch(Job::isSuspended);
    }

    private String elementWhileItRuns(Job job) {
        return OneCommand.of(engine, commands -> {
            management.executeJob(job.getId());
            return commands.getDbEntityManager()
                    .getCachedEntity(JobEntity.class, job.getId())
                    .getActivityId();
        });
    }

    private static Map<String, Object> approval(String team) {
        return Lifecycle.approval(team, "APPROVE", "LOW");
    }

    private void suspended(int state) {
        database.sql("update ACT_RU_JOBDEF set SUSPENSION_STATE_ = :state where PROC_DEF_KEY_ = :key")
                .param("state", state)
                .param("key", Elements.LIFECYCLE)
                .update();
    }
}
