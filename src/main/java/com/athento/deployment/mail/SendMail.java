package com.athento.deployment.mail;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Every send task of the model; its field {@code mails} says which mails go to whom. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SendMail implements JavaDelegate {

    private final MailStep step;

    /** The engine puts in what the model says. */
    private Expression mails;

    SendMail(MailStep step) {
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution task) {
        step.send(Mailing.parse(mails.getExpressionText()), task, task.getCurrentActivityId());
    }
}
