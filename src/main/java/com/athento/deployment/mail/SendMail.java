package com.athento.deployment.mail;

import com.athento.deployment.register.Register;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Every send task of the model; its field {@code mails} says which mails go to whom. All of them
 * are on record before the first one leaves, and a retry of the job sends what has not left yet.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SendMail implements JavaDelegate {

    private final DraftMails drafts;
    private final MessageLog log;
    private final DeliverMails deliver;
    private final Register register;
    private final Recorded recorded;

    /** The engine puts in what the model says. */
    private Expression mails;

    SendMail(
            DraftMails drafts,
            MessageLog log,
            DeliverMails deliver,
            Register register,
            Recorded recorded) {
        this.drafts = drafts;
        this.log = log;
        this.deliver = deliver;
        this.register = register;
        this.recorded = recorded;
    }

    @Override
    public void execute(DelegateExecution step) {
        var job = Context.getCommandContext().getCurrentJob().getId();
        var key = step.getProcessBusinessKey();
        var told = log.told(key);
        var earlier =
                told.stream().anyMatch(mail -> mail.job().equals(job))
                        ? log.of(job)
                        : List.<LoggedMail>of();
        var situation =
                new Situation(
                        key,
                        step.getProcessInstanceId(),
                        step,
                        told.stream().filter(mail -> !mail.job().equals(job)).toList(),
                        register,
                        recorded);
        var failures = new ArrayList<MailNotSent>();

        var fresh = new ArrayList<Draft>();
        for (var mailing : Mailing.parse(mails.getExpressionText())) {
            try {
                fresh.addAll(
                        drafts.of(mailing, situation, job, step.getCurrentActivityId(), earlier));
            } catch (RuntimeException failed) {
                failures.add(MailNotSent.because(mailing, key, failed));
            }
        }
        log.begin(key, job, earlier, fresh)
                .ifPresent(onRecord -> failures.addAll(deliver.all(onRecord, situation)));

        MailNotSent.ofAll(failures)
                .ifPresent(
                        failure -> {
                            throw failure;
                        });
    }
}
