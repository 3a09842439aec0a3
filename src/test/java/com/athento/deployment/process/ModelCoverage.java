package com.athento.deployment.process;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Notes every flow node and sequence flow that a test passes, and every rule of a table that matches. */
@TestConfiguration(proxyBeanMethods = false)
public class ModelCoverage {

    /** Ids of elements and rules, for the whole run of the tests. */
    static final Set<String> PASSED = ConcurrentHashMap.newKeySet();

    @Bean
    AbstractProcessEnginePlugin coverage() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.getCustomPostBPMNParseListeners().add(new Watch());
                DmnDecisionTableEvaluationListener rules =
                        evaluated -> evaluated.getMatchingRules().forEach(rule -> PASSED.add(rule.getId()));
                var tables = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
                ((DefaultDmnEngineConfiguration) tables).setCustomPostDecisionTableEvaluationListeners(List.of(rules));
                engine.setDmnEngineConfiguration((DefaultDmnEngineConfiguration) tables);
            }
        };
    }

    private static final class Watch extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            process.getActivities().forEach(Watch::watch);
        }

        private static void watch(ActivityImpl activity) {
            activity.addListener(ExecutionListener.EVENTNAME_START, note(activity.getId()));
            activity.getOutgoingTransitions()
                    .forEach(flow ->
                            ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, note(flow.getId())));
            ((ScopeImpl) activity).getActivities().forEach(Watch::watch);
        }

        private static ExecutionListener note(String id) {
            return execution -> PASSED.add(id);
        }
    }
}
