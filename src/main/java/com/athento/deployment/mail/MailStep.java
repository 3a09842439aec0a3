package com.athento.deployment.mail;

import com.athento.deployment.mail.LoggedMail.State;
import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.record.Recorded;
import com.athento.deployment.register.Register;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The mails of one job. All of them are on record before the first one leaves, and a retry of the job sends what has
 * not left yet and is still true.
 */
@Component
class MailStep {

    private final DraftMails drafts;
    private final Truth truth;
    private final MessageLog log;
    private final DeliverMails deliver;
    private final Register register;
    private final Recorded recorded;

    MailStep(
            DraftMails drafts,
            Truth truth,
            MessageLog log,
            DeliverMails deliver,
            Register register,
            Recorded recorded) {
        this.drafts = drafts;
        this.truth = truth;
        this.log = log;
        this.deliver = deliver;
        this.register = register;
        this.recorded = recorded;
    }

    /** Whether an earlier attempt of the running job put anything on record. */
    boolean hasBegun() {
        return !log.of(job()).isEmpty();
    }

    /** @throws MailNotSent if any of the mails has not left; the others have */
    void send(List<Mailing> mailings, DelegateExecution step, String element) {
        var time = JobTime.ofTheRunningJob();
        var job = job();
        var key = step.getProcessBusinessKey();
        var told = log.told(key);
        var earlier = told.stream().anyMatch(mail -> mail.job().equals(job)) ? log.of(job) : List.<LoggedMail>of();
        var situation = new Situation(
                key,
                step.getProcessInstanceId(),
                step.getProcessDefinitionId(),
                step,
                told.stream().filter(mail -> !mail.job().equals(job)).toList(),
                register,
                recorded);
        var now = SingletonSupplier.of(() -> truth.of(situation));
        var failures = new ArrayList<MailNotSent>();

        var fresh = new ArrayList<Draft>();
        var overtaken = new ArrayList<LoggedMail>();
        for (var mailing : mailings) {
            try {
                var claim = Claim.of(mailing.template(), now.obtain());
                fresh.addAll(drafts.of(mailing, claim, situation, job, element, earlier));
                earlier.stream()
                        .filter(mail -> mail.mailing().equals(mailing) && mail.isOvertaken(claim))
                        .forEach(overtaken::add);
            } catch (RuntimeException failed) {
                failures.add(MailNotSent.because(mailing, key, failed));
            }
        }
        log.begin(key, job, earlier, overtaken, fresh)
                .ifPresent(onRecord -> failures.addAll(deliver.all(stillTrue(onRecord), situation, time)));

        MailNotSent.ofAll(failures).ifPresent(failure -> {
            throw failure;
        });
    }

    private static List<LoggedMail> stillTrue(List<LoggedMail> onRecord) {
        return onRecord.stream().filter(mail -> mail.state() != State.OBSOLETE).toList();
    }

    private static String job() {
        return Context.getCommandContext().getCurrentJob().getId();
    }
}
