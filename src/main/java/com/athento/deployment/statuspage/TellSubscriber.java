package com.athento.deployment.statuspage;

import com.athento.deployment.process.LooseJob;
import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One update to one subscriber, once: what is on record as sent is not sent again, and what may
 * have left before a crash leaves with the same Message-ID.
 */
@Component
class TellSubscriber implements LooseJob {

    static final String NAME = "tell-subscriber";

    private final StatusUpdates updates;
    private final Subscribers subscribers;
    private final SubscriberMail mail;
    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate byItself;

    TellSubscriber(
            StatusUpdates updates,
            Subscribers subscribers,
            SubscriberMail mail,
            JdbcClient database,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.updates = updates;
        this.subscribers = subscribers;
        this.mail = mail;
        this.database = database;
        this.clock = clock;
        this.byItself = new TransactionTemplate(transactions);
        byItself.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The argument: update and subscriber. */
    @Override
    public void run(String both) {
        var ids = both.split(" ");
        var update = updates.by(Long.parseLong(ids[0]));
        var subscriber = subscribers.by(Long.parseLong(ids[1])).filter(Subscriber::confirmed);
        if (update.isPresent() && subscriber.isPresent() && begin(update.get(), subscriber.get())) {
            send(update.get(), subscriber.get());
        }
    }

    /** False if it was sent already. */
    private boolean begin(StatusUpdate update, Subscriber subscriber) {
        return inItsOwnTransaction(
                () -> {
                    var state =
                            database.sql(
                                            "select state from status_mail where update_id = ? and subscriber_id = ?")
                                    .params(update.id(), subscriber.id())
                                    .query(String.class)
                                    .optional();
                    if (state.isEmpty()) {
                        database.sql(
                                        "insert into status_mail (update_id, subscriber_id, state, changed_at) values (?, ?, 'SENDING', ?)")
                                .params(
                                        update.id(),
                                        subscriber.id(),
                                        StoredTime.of(clock.instant()))
                                .update();
                    }
                    return state.isEmpty() || state.get().equals("SENDING");
                });
    }

    private void send(StatusUpdate update, Subscriber subscriber) {
        var words = mail.words(subscriber);
        var taken =
                mail.send(
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
                                        mail.subscription(subscriber)));
        inItsOwnTransaction(
                () ->
                        database.sql(
                                        "update status_mail set state = ?, changed_at = ? where update_id = ? and subscriber_id = ?")
                                .params(
                                        taken ? "SENT" : "REFUSED",
                                        StoredTime.of(clock.instant()),
                                        update.id(),
                                        subscriber.id())
                                .update());
    }

    private <T> T inItsOwnTransaction(Supplier<T> work) {
        return byItself.execute(status -> work.get());
    }
}
