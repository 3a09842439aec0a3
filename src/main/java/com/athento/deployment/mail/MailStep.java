package com.athento.deployment.mail;

import com.athento.deployment.process.jobs.DoneForGood;
import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.record.Records;
import com.athento.deployment.register.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
    private final Records records;

    MailStep(DraftMails drafts, Truth truth, MessageLog log, DeliverMails deliver, Register register, Records records) {
        this.drafts = drafts;
        this.truth = truth;
        this.log = log;
        this.deliver = deliver;
        this.register = register;
        this.records = records;
    }

    /** Whether an earlier attempt of the running job put anything on record. */
    boolean hasBegun() {
        return !log.of(job()).isEmpty();
    }

    /** @throws MailNotSent if any of the mails has not left; the others have */
    void send(List<Mailing> mailings, DelegateExecution step, String element) {
        var time = JobTime.ofTheRunningJob();
        var job = job();
        var told = log.told(step.getProcessBusinessKey(), job);
        var earlier = told.stream().anyMatch(mail -> mail.job().equals(job)) ? log.of(job) : List.<LoggedMail>of();
        var situation = situation(step, told, job);
        var now = SingletonSupplier.of(() -> truth.of(situation));

        var written = write(
                mailings,
                situation.key(),
                mailing -> new Sending(
                        mailing,
                        Claim.of(mailing.template(), now.obtain()),
                        situation,
                        job,
                        element,
                        of(mailing, earlier)));
        var notDelivered = log.begin(situation.key(), job, earlier, written.overtaken(), written.fresh(), time.until())
                .map(begun -> deliver.all(begun, situation, time))
                .orElse(List.of());

        MailNotSent.ofAll(written.failures(), notDelivered).ifPresent(failure -> {
            throw failure;
        });
        DoneForGood.unlessAllIsWell("The mails of this step are done, and a retry sends none of them again.");
    }

    /** One that cannot be written holds no other back. */
    private Written write(List<Mailing> mailings, String key, Function<Mailing, Sending> asked) {
        var written = new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var mailing : mailings) {
            try {
                var sending = asked.apply(mailing);
                written.fresh().addAll(drafts.of(sending));
                written.overtaken().addAll(sending.overtaken());
            } catch (RuntimeException failed) {
                written.failures().add(MailNotSent.because(mailing, key, failed));
            }
        }
        return written;
    }

    private record Written(List<Draft> fresh, List<LoggedMail> overtaken, List<MailNotSent> failures) {}

    private Situation situation(DelegateExecution step, List<Told> told, String job) {
        return new Situation(
                step.getProcessBusinessKey(),
                step.getProcessInstanceId(),
                step.getProcessDefinitionId(),
                step,
                told.stream().filter(mail -> !mail.job().equals(job)).toList(),
                register,
                records);
    }

    private static List<LoggedMail> of(Mailing mailing, List<LoggedMail> earlier) {
        return earlier.stream().filter(mail -> mail.mailing().equals(mailing)).toList();
    }

    private static String job() {
        return Context.getCommandContext().getCurrentJob().getId();
    }
}
