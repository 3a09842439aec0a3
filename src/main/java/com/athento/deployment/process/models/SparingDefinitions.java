package com.athento.deployment.process.models;

import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * What runs goes on by its model as this node holds it. The engine reads the row of the definition in each command, for
 * what may have changed: whether it is suspended, which only those ask who start something, and how long its history is
 * kept. All other commands read it anew, and what they read holds from then on for these, too.
 */
class SparingDefinitions extends ProcessDefinitionManager {

    private static final Set<Class<?>> GO_ON = Set.of(
            ClaimTaskCmd.class,
            CompleteTaskCmd.class,
            SubmitTaskFormCmd.class,
            ExecuteJobsCmd.class,
            // Asks for the model itself, within one of them.
            GetDeployedProcessDefinitionCmd.class);

    @Override
    public ProcessDefinitionEntity findLatestDefinitionById(String id) {
        var held = goesOn()
                ? Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id)
                : null;
        return held == null ? super.findLatestDefinitionById(id) : held;
    }

    private static boolean goesOn() {
        var asked = Context.getCommandInvocationContext();
        return asked != null && GO_ON.contains(asked.getCommand().getClass());
    }
}
