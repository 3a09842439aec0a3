package com.athento.deployment.mail;

import java.util.ArrayList;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Refuses a model whose mails do not exist: a designer's slip shows when the model is deployed, not
 * when somebody waits for the mail.
 */
@Component
class CheckMails extends AbstractProcessEnginePlugin {

    private static final String BEAN = "${sendMail}";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners =
                Optional.ofNullable(engine.getCustomPostBPMNParseListeners())
                        .map(ArrayList::new)
                        .orElseGet(ArrayList::new);
        listeners.add(
                new AbstractBpmnParseListener() {
                    @Override
                    public void parseSendTask(Element task, ScopeImpl scope, ActivityImpl step) {
                        if (BEAN.equals(
                                task.attributeNS(
                                        BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS,
                                        "delegateExpression"))) {
                            check(task, step);
                        }
                    }
                });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static void check(Element task, ActivityImpl step) {
        try {
            if (!step.isAsyncBefore() || !step.isAsyncAfter()) {
                throw new IllegalArgumentException(
                        "each mail step is a job of its own; tick 'Asynchronous before' and 'Asynchronous after'");
            }
            for (var mailing : Mailing.parse(mails(task))) {
                var missing = Templates.missing(mailing.template());
                if (!missing.isEmpty()) {
                    throw new IllegalArgumentException(
                            "there is no mail '%s'; it would need %s"
                                    .formatted(mailing.template(), String.join(", ", missing)));
                }
            }
        } catch (IllegalArgumentException wrong) {
            throw new ProcessEngineException(
                    "The send task '%s' (%s) cannot work: %s"
                            .formatted(task.attribute("name"), step.getId(), wrong.getMessage()),
                    wrong);
        }
    }

    /** What the field {@code mails} holds, as an attribute or as an element of its own. */
    private static String mails(Element task) {
        return Optional.ofNullable(task.element("extensionElements")).stream()
                .flatMap(
                        extensions ->
                                extensions
                                        .elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "field")
                                        .stream())
                .filter(field -> "mails".equals(field.attribute("name")))
                .map(CheckMails::text)
                .findFirst()
                .orElse("");
    }

    private static String text(Element field) {
        if (field.attribute("stringValue") != null) {
            return field.attribute("stringValue");
        }
        var nested = field.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "string");
        return nested == null ? "" : nested.getText();
    }
}
