package com.athento.deployment.statuspage;

import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.process.jobs.LooseJob;
import com.athento.deployment.statuspage.StatusMails.Ours;
import com.athento.deployment.statuspage.StatusMails.State;
import org.springframework.stereotype.Component;

/**
 * One update to one subscriber, once: what is on record as sent is not sent again, and what may have left before a
 * crash leaves with the same Message-ID. One that was late is left out where a later one has overtaken it.
 */
@Component
class TellSubscriber implements LooseJob {

    static final String NAME = "tell-subscriber";

    private final StatusUpdates updates;
    private final Subscribers subscribers;
    private final StatusMails mails;
    private final SubscriberMail mail;

    TellSubscriber(StatusUpdates updates, Subscribers subscribers, StatusMails mails, SubscriberMail mail) {
        this.updates = updates;
        this.subscribers = subscribers;
        this.mails = mails;
        this.mail = mail;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The argument: update and subscriber. */
    @Override
    public void run(String both) {
        var ids = both.split(" ");
        updates.by(Long.parseLong(ids[0]))
                .ifPresent(update -> subscribers
                        .by(Long.parseLong(ids[1]))
                        .filter(Subscriber::confirmed)
                        .filter(subscriber -> !mails.isOvertaken(update, subscriber))
                        .ifPresent(subscriber -> tell(update, subscriber)));
    }

    private void tell(StatusUpdate update, Subscriber subscriber) {
        var time = JobTime.ofTheRunningJob();
        var ours = new Ours(update, subscriber, time.until());
        if (mails.begin(ours)) {
            var state = State.SENDING;
            try {
                state = send(update, subscriber, time) ? State.SENT : State.REFUSED;
            } finally {
                mails.record(ours, state);
            }
        }
    }

    private boolean send(StatusUpdate update, Subscriber subscriber, JobTime time) {
        var words = mail.words(subscriber);
        return mail.send(
                subscriber,
                "<update-%d-%d@%s>".formatted(update.id(), subscriber.id(), mail.domain()),
                update.key(),
                "%s: %s".formatted(words.what(update), words.state(update)),
                words.words()
                        .of(
                                "status-mail.update.text",
                                words.what(update),
                                words.sentence(update),
                                mail.page(subscriber),
                                mail.subscription(subscriber)),
                time);
    }
}
