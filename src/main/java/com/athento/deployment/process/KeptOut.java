package com.athento.deployment.process;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who cannot do a task though their team can, as the model says by {@code not-for}: it is nobody's turn to approve what
 * they asked for. That they are refused is the step's own matter.
 */
@Component
public class KeptOut {

    static final String PROPERTY = "not-for";

    private final ObjectProvider<RepositoryService> models;

    KeptOut(ObjectProvider<RepositoryService> models) {
        this.models = models;
    }

    /** The variable with that person's account; empty where the whole team can. */
    public Optional<Variable<?>> of(String processDefinitionId, String element) {
        var model = (ProcessDefinitionEntity)
                ((RepositoryServiceImpl) models.getObject()).getDeployedProcessDefinition(processDefinitionId);
        return Optional.ofNullable((Variable<?>) model.findActivity(element).getProperty(PROPERTY));
    }
}
