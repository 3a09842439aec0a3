package com.athento.deployment.overview;

import java.util.Date;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * The engine's history events, which name the model by key, name and version: these never change, so that a model that
 * this node holds is not read again in each command. At an end, how long all is kept is written only where there is
 * any.
 */
class SparingEvents extends CacheAwareHistoryEventProducer {

    private final LeftBehind leftBehind;

    SparingEvents(LeftBehind leftBehind) {
        this.leftBehind = leftBehind;
    }

    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        var held = id == null
                ? null
                : Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
        return held == null ? super.getProcessDefinitionEntity(id) : held;
    }

    @Override
    protected void addRemovalTimeToHistoricProcessInstances(String intervention, Date removalTime) {
        var commands = Context.getCommandContext();
        commands.getHistoricProcessInstanceManager()
                .addRemovalTimeToProcessInstancesByRootProcessInstanceId(
                        intervention, removalTime, null, leftBehind.by(intervention, commands.getDbEntityManager()));
    }
}
