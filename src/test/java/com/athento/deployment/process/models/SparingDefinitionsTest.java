package com.athento.deployment.process.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.athento.deployment.process.Causes;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.OneCommand;
import com.athento.deployment.process.PathsTest;
import java.time.Duration;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What it relies on: that those who start something read anew, and that what they read holds for what goes on. */
class SparingDefinitionsTest extends PathsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient database;

    private ProcessDefinition model;

    @BeforeEach
    void known() {
        lifecycle.approved();
        model = models.createProcessDefinitionQuery()
                .processDefinitionKey(Elements.LIFECYCLE)
                .latestVersion()
                .singleResult();
    }

    @AfterEach
    void asItWas() {
        suspended(1);
        models.updateProcessDefinitionHistoryTimeToLive(model.getId(), model.getHistoryTimeToLive());
    }

    @Test
    void theEngineAsksIt() {
        var manager = OneCommand.of(
                engine, commands -> commands.getProcessDefinitionManager().getClass());

        assertThat(manager).isEqualTo(SparingDefinitions.class);
    }

    /** Another node suspended it just now. */
    @Test
    void whatIsSuspendedIsNotStarted() {
        suspended(2);

        var refused = catchThrowable(() ->
                lifecycle.as("support", () -> runtime.startProcessInstanceById(model.getId(), lifecycle.request())));

        assertThat(Causes.find(refused, SuspendedEntityInteractionException.class))
                .isPresent();
    }

    @Test
    void howLongHistoryIsKeptHoldsFromTheNextStart() {
        var intervention = lifecycle.requested().changes("support", "CANCEL", "not needed");
        models.updateProcessDefinitionHistoryTimeToLive(model.getId(), 4);

        lifecycle.requested();
        intervention.continues();

        assertThat(kept(intervention)).isEqualTo(Duration.ofDays(4));
    }

    private Duration kept(Intervention intervention) {
        var ended = history.createHistoricProcessInstanceQuery()
                .processInstanceId(intervention.id())
                .singleResult();
        return Duration.between(
                ended.getEndTime().toInstant(), ended.getRemovalTime().toInstant());
    }

    private void suspended(int state) {
        database.sql("update ACT_RE_PROCDEF set SUSPENSION_STATE_ = :state where ID_ = :id")
                .param("id", model.getId())
                .param("state", state)
                .update();
    }
}
