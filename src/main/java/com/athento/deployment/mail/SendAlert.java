package com.athento.deployment.mail;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Every timeout listener that tells colleagues of an open task, at any hour; its field {@code mails} says by which
 * mail. It is a job beside the task and holds nothing up; the task's end does away with it.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SendAlert implements TaskListener {

    private final MailStep step;

    /** The engine puts in what the model says. */
    private Expression mails;

    SendAlert(MailStep step) {
        this.step = step;
    }

    @Override
    public void notify(DelegateTask task) {
        step.send(Mailing.parse(mails.getExpressionText()), task.getExecution(), task.getTaskDefinitionKey());
    }
}
