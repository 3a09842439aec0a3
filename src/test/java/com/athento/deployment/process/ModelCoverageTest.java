package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs last: no flow node, no sequence flow and no rule of a table was left out by the tests of the model. */
@ApplicationTest
@Order(Integer.MAX_VALUE)
class ModelCoverageTest {

    @Autowired
    RepositoryService repository;

    @Test
    void everyElementAndEveryRuleWasPassed() {
        var missing = new TreeSet<String>();
        for (var process :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            var model = repository.getBpmnModelInstance(process.getId());
            model.getModelElementsByType(FlowNode.class).forEach(node -> missing.add(node.getId()));
            model.getModelElementsByType(SequenceFlow.class).forEach(flow -> missing.add(flow.getId()));
        }
        for (var table :
                repository.createDecisionDefinitionQuery().latestVersion().list()) {
            var model = repository.getDmnModelInstance(table.getId());
            model.getModelElementsByType(Rule.class).forEach(rule -> missing.add(rule.getId()));
        }
        assertThat(missing).hasSizeGreaterThan(100);

        missing.removeAll(ModelCoverage.PASSED);

        assertThat(missing).as("never passed by a test of the model").isEmpty();
    }
}
