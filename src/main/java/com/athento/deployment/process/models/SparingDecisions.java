package com.athento.deployment.process.models;

import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;

/**
 * A model decides by the tables that were deployed with it, as this node holds them: deployed once, a table never
 * changes, and the engine reads its row for nothing but to find it.
 */
class SparingDecisions extends DecisionDefinitionManager {

    @Override
    public DecisionDefinitionEntity findDecisionDefinitionByDeploymentAndKey(String deployment, String key) {
        var held = Context.getProcessEngineConfiguration().getDeploymentCache().getDecisionDefinitionCache();
        return held.keySet().stream()
                .map(held::get)
                .filter(Objects::nonNull)
                .filter(one ->
                        one.getDeploymentId().equals(deployment) && one.getKey().equals(key))
                .findFirst()
                .orElseGet(() -> super.findDecisionDefinitionByDeploymentAndKey(deployment, key));
    }
}
