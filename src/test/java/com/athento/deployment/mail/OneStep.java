package com.athento.deployment.mail;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/** A process of one send task, of an intervention of that client. */
record OneStep(String client) {

    static final String WAITS = "camunda:asyncBefore=\"true\"";

    String key() {
        return "step-" + client;
    }

    /**
     * The model.
     *
     * @param ticked attributes of the send task
     * @param mails its field {@code mails}
     */
    String sends(String ticked, String mails) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="tell"/>
                    <bpmn:sendTask id="tell" name="Tell" %s camunda:delegateExpression="${sendMail}">
                      <bpmn:extensionElements><camunda:field name="mails"><camunda:string>%s</camunda:string></camunda:field></bpmn:extensionElements>
                    </bpmn:sendTask>
                    <bpmn:sequenceFlow id="b" sourceRef="tell" targetRef="end">
                      <bpmn:conditionExpression>${goesOn}</bpmn:conditionExpression>
                    </bpmn:sequenceFlow>
                    <bpmn:endEvent id="end"/>
                  </bpmn:process>
                </bpmn:definitions>""".formatted(key(), ticked, mails);
    }

    /** What mails ask of an intervention; each test says how its own differs. */
    Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        variables.put("goesOn", true);
        variables.put("clientCode", client);
        variables.put("instanceCode", client + "-PRO");
        variables.put("zone", "Europe/Madrid");
        variables.put("requester", "rita");
        variables.put("revision", 1);
        variables.put("changeKind", "VERSION_UPGRADE");
        variables.put("fromVersion", "24.1.0");
        variables.put("targetVersion", "24.2.0");
        variables.put("severity", "NONE");
        variables.put("windowStart", Date.from(Instant.parse("2027-01-15T21:00:00Z")));
        variables.put("downtimeMinutes", 30);
        variables.put("noticeChannels", "EMAIL");
        variables.put("reason", "Una línea.\nOtra.");
        return variables;
    }
}
