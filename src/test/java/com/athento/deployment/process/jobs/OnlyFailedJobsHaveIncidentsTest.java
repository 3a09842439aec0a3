package com.athento.deployment.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.PathsTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What it relies on: a job without attempts has an incident, which ends with the job or when it gets some again. */
class OnlyFailedJobsHaveIncidentsTest extends PathsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    void theEngineAsksIt() {
        var handler = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getIncidentHandler(Incident.FAILED_JOB_HANDLER_TYPE);

        assertThat(handler).isInstanceOf(OnlyFailedJobsHaveIncidents.class);
    }

    @Test
    void anIncidentEndsWhenItsJobGetsAttempts() {
        var job = jobWithIncident();

        management.setJobRetries(job.getId(), 3);

        assertThat(incidents(job)).isZero();
    }

    @Test
    void anIncidentEndsWhenItsJobIsDone() {
        var job = jobWithIncident();

        management.executeJob(job.getId());

        assertThat(incidents(job)).isZero();
    }

    @Test
    void anIncidentEndsWithItsIntervention() {
        var job = jobWithIncident();

        runtime.deleteProcessInstance(job.getProcessInstanceId(), "for this test");

        assertThat(incidents(job)).isZero();
    }

    private Job jobWithIncident() {
        var job = management
                .createJobQuery()
                .processInstanceId(lifecycle.agreed().id())
                .timers()
                .listPage(0, 1)
                .get(0);
        management.setJobRetries(job.getId(), 0);
        assertThat(incidents(job)).isEqualTo(1);
        return job;
    }

    private long incidents(Job job) {
        return runtime.createIncidentQuery().configuration(job.getId()).count();
    }
}
