package com.athento.deployment.overview;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * The engine's history events, which name the model by key, name and version: these never change, so that a model that
 * this node holds is not read again in each command.
 */
class SparingEvents extends CacheAwareHistoryEventProducer {

    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        var held = id == null
                ? null
                : Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
        return held == null ? super.getProcessDefinitionEntity(id) : held;
    }
}
