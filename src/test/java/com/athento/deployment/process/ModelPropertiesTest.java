package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.intervention.Outcome;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A designer's property is heard on whatever kind of element it stands. */
@ApplicationTest
class ModelPropertiesTest {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <process id="properties" isExecutable="true" camunda:historyTimeToLive="P1D">
                <subProcess id="outer">
                  <startEvent id="started"></startEvent>
                  <sequenceFlow sourceRef="started" targetRef="thrown" id="passed"></sequenceFlow>
                  <intermediateThrowEvent id="thrown"></intermediateThrowEvent>
                  <sequenceFlow sourceRef="thrown" targetRef="parted" id="first"></sequenceFlow>
                  <inclusiveGateway id="parted"></inclusiveGateway>
                  <sequenceFlow sourceRef="parted" targetRef="tasked" id="second"></sequenceFlow>
                  <manualTask id="tasked"></manualTask>
                  <sequenceFlow sourceRef="tasked" targetRef="waiting" id="third"></sequenceFlow>
                  <receiveTask id="waiting"></receiveTask>
                </subProcess>
                <startEvent id="begun"></startEvent>
                <sequenceFlow sourceRef="begun" targetRef="outer" id="entered"></sequenceFlow>
              </process>
            </definitions>
            """;

    private static final String PROPERTY = """
            <extensionElements><camunda:properties>
              <camunda:property name="outcome" value="WITHDRAWN" />
            </camunda:properties></extensionElements>
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @ParameterizedTest
    @ValueSource(strings = {"begun", "entered", "outer", "started", "passed", "thrown", "parted", "tasked", "waiting"})
    void anOutcomeIsNotedWhereverItIsSaid(String element) {
        var said = "id=\"%s\">".formatted(element);
        var deployment = repository
                .createDeployment()
                .addString("properties.bpmn", MODEL.replace(said, said + PROPERTY))
                .deploy();
        try {
            var process = runtime.startProcessInstanceByKey("properties");

            assertThat(Variables.OUTCOME.find(name -> runtime.getVariable(process.getId(), name)))
                    .contains(Outcome.WITHDRAWN);
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }
}
