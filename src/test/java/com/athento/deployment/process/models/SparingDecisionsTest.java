package com.athento.deployment.process.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.OneCommand;
import com.athento.deployment.process.PathsTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What it relies on: that the engine asks it for the tables of a model, and keeps in its cache what it has decided by.
 */
class SparingDecisionsTest extends PathsTest {

    private static final String TABLE = "update-policy";

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService models;

    private DeploymentCache held;
    private DecisionDefinition table;

    @BeforeEach
    void decided() {
        lifecycle.requested();
        held = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache();
        var model = models.createProcessDefinitionQuery()
                .processDefinitionKey(Elements.LIFECYCLE)
                .latestVersion()
                .singleResult();
        table = models.createDecisionDefinitionQuery()
                .deploymentId(model.getDeploymentId())
                .decisionDefinitionKey(TABLE)
                .singleResult();
    }

    @Test
    void theEngineAsksIt() {
        DecisionDefinitionManager manager =
                OneCommand.of(engine, commands -> commands.getSession(DecisionDefinitionManager.class));

        assertThat(manager).isInstanceOf(SparingDecisions.class);
    }

    @Test
    void aTableThatIsHeldIsNotRead() {
        assertThat(found(table.getDeploymentId(), TABLE))
                .isNotNull()
                .isSameAs(held.getDecisionDefinitionCache().get(table.getId()));
    }

    @Test
    void oneThatIsNotHeldIsRead() {
        held.getDecisionDefinitionCache().remove(table.getId());

        assertThat(found(table.getDeploymentId(), TABLE).getId()).isEqualTo(table.getId());
        assertThat(lifecycle.requested().task(Elements.APPROVE_PRODUCT)).isNotNull();
        assertThat(held.getDecisionDefinitionCache().get(table.getId())).isNotNull();
    }

    @Test
    void onlyTheTableOfThatModelIsFound() {
        assertThat(found("another", TABLE)).isNull();
        assertThat(found(table.getDeploymentId(), "another")).isNull();
    }

    private DecisionDefinitionEntity found(String deployment, String key) {
        return OneCommand.of(
                engine,
                commands -> commands.getSession(DecisionDefinitionManager.class)
                        .findDecisionDefinitionByDeploymentAndKey(deployment, key));
    }
}
