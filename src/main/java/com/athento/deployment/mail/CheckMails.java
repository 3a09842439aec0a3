package com.athento.deployment.mail;

import com.athento.deployment.process.EngineParts;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Refuses a model whose mails do not exist: a designer's slip shows when the model is deployed, not when somebody waits
 * for the mail.
 */
@Component
class CheckMails extends AbstractProcessEnginePlugin {

    private static final String MAIL = "${sendMail}";
    private static final Set<String> REMINDERS = Set.of("${sendReminder}", "${sendAlert}");

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.listen(engine, new AbstractBpmnParseListener() {
            @Override
            public void parseSendTask(Element task, ScopeImpl scope, ActivityImpl step) {
                if (MAIL.equals(task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression"))) {
                    check("send task", task, () -> checkStep(task, step));
                }
            }

            @Override
            public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl step) {
                listeners(task, REMINDERS)
                        .forEach(listener -> check("reminder of the task", task, () -> checkReminder(listener)));
            }
        });
    }

    /** The listeners of a task that are one of these beans. */
    static Stream<Element> listeners(Element task, Set<String> beans) {
        return extensions(task, "taskListener")
                .filter(listener -> beans.contains(listener.attribute("delegateExpression")));
    }

    private static void check(String kind, Element task, Runnable checks) {
        try {
            checks.run();
        } catch (IllegalArgumentException wrong) {
            throw new ProcessEngineException(
                    "The %s '%s' (%s) cannot work: %s"
                            .formatted(kind, task.attribute("name"), task.attribute("id"), wrong.getMessage()),
                    wrong);
        }
    }

    private static void checkStep(Element task, ActivityImpl step) {
        if (!step.isAsyncBefore()) {
            throw new IllegalArgumentException("each mail step is a job of its own; tick 'Asynchronous before'");
        }
        check(mails(extensions(task, "field")));
    }

    private static void checkReminder(Element listener) {
        if (!TaskListener.EVENTNAME_TIMEOUT.equals(listener.attribute("event"))) {
            throw new IllegalArgumentException(
                    "a reminder comes when time has passed; choose the event type 'timeout'");
        }
        check(mails(listener.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "field").stream()));
    }

    private static void check(String mails) {
        for (var mailing : Mailing.parse(mails)) {
            var missing = Templates.missing(mailing.template());
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("there is no mail '%s'; it would need %s"
                        .formatted(mailing.template(), String.join(", ", missing)));
            }
        }
    }

    private static Stream<Element> extensions(Element task, String kind) {
        return Optional.ofNullable(task.element("extensionElements")).stream()
                .flatMap(extensions -> extensions.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, kind).stream());
    }

    /** What the field {@code mails} holds, as an attribute or as an element of its own. */
    private static String mails(Stream<Element> fields) {
        return fields.filter(field -> "mails".equals(field.attribute("name")))
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
