package com.athento.deployment.statuspage;

import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.process.jobs.LooseJob;
import org.springframework.stereotype.Component;

/** Asks the owner of an address whether it was them who entered it. */
@Component
class AskSubscriber implements LooseJob {

    static final String NAME = "ask-subscriber";

    private final Subscribers subscribers;
    private final SubscriberMail mail;

    AskSubscriber(Subscribers subscribers, SubscriberMail mail) {
        this.subscribers = subscribers;
        this.mail = mail;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        subscribers
                .by(Long.parseLong(id))
                .filter(subscriber -> !subscriber.confirmed())
                .ifPresent(this::ask);
    }

    private void ask(Subscriber subscriber) {
        var words = mail.words(subscriber).words();
        var client = mail.clientName(subscriber);
        mail.send(
                subscriber,
                "<subscription-%d-%s@%s>"
                        .formatted(subscriber.id(), subscriber.link().substring(0, 8), mail.domain()),
                null,
                words.of("status-mail.ask.subject", client),
                words.of("status-mail.ask.text", client, mail.subscription(subscriber)),
                JobTime.ofTheRunningJob());
    }
}
