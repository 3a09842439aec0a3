package com.athento.deployment.security;

import com.athento.deployment.process.EngineParts;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine grants whoever may take a task the right to its history, so that they can comment on it, and leaves these
 * rights behind for good: a dozen for each intervention, all of which every task list would read through. They end with
 * the intervention.
 */
@Component
class WithdrawTaskRights extends AbstractProcessEnginePlugin implements ExecutionListener {

    private final JdbcClient database;

    WithdrawTaskRights(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.listen(engine, new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                process.addListener(EVENTNAME_END, WithdrawTaskRights.this);
            }
        });
    }

    @Override
    public void notify(DelegateExecution intervention) {
        database.sql(
                        "delete from ACT_RU_AUTHORIZATION where ROOT_PROC_INST_ID_ = :intervention and RESOURCE_TYPE_ = :type")
                .param("intervention", intervention.getProcessInstanceId())
                .param("type", Resources.HISTORIC_TASK.resourceType())
                .update();
    }
}
