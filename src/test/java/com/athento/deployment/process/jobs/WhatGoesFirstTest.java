package com.athento.deployment.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.OneCommand;
import com.athento.deployment.process.PathsTest;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When much is due at once. */
class WhatGoesFirstTest extends PathsTest {

    private static final int ALL = 100_000;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService management;

    @Test
    void momentsComeBeforeMails() {
        var mails = lifecycle.requested();
        mails.completes("product", Elements.APPROVE_PRODUCT, Lifecycle.approval("product", "APPROVE", "LOW"));
        mails.completes("project", Elements.APPROVE_PROJECT, Lifecycle.approval("project", "APPROVE", "LOW"));
        var moment = lifecycle.agreed();
        lifecycle.now(Lifecycle.TEN_AT_NIGHT.atZone(Lifecycle.MADRID).toInstant());

        var timers = management.createJobQuery().timers().executable().list().stream()
                .map(Job::getId)
                .collect(Collectors.toSet());
        var next = OneCommand.of(engine, commands -> commands.getJobManager().findNextJobsToExecute(new Page(0, ALL)));

        assertThat(next).extracting(AcquirableJobEntity::getProcessInstanceId).contains(moment.id(), mails.id());
        assertThat(next)
                .extracting(job -> timers.contains(job.getId()))
                .contains(true, false)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }
}
