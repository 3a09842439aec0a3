package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.jobs.LooseJob;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the client's own page in line with what holds now: an agreed window is shown there, one that no longer holds
 * is taken back. The rest that page knows by the clock.
 */
@Component
class PublishUpdate implements LooseJob {

    static final String NAME = "publish-update";

    private final StatusUpdates updates;
    private final ClientsPage page;
    private final Register register;
    private final MailProperties mails;
    private final JdbcClient database;
    private final CommitAtOnce atOnce;

    PublishUpdate(
            StatusUpdates updates,
            ClientsPage page,
            Register register,
            MailProperties mails,
            JdbcClient database,
            CommitAtOnce atOnce) {
        this.updates = updates;
        this.page = page;
        this.register = register;
        this.mails = mails;
        this.database = database;
        this.atOnce = atOnce;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        var update = updates.by(Long.parseLong(id)).orElseThrow();
        var client = register.client(updates.clientOf(update.id())).orElseThrow();
        // An update that was late must not undo what a later one did.
        if (client.statusPage().isEmpty() || updates.newestOf(update.key()) != update.id()) {
            return;
        }
        if (update.state() == PublicState.PLANNED) {
            var before = published(update.key());
            var now = page.show(before, entry(client, update));
            if (!before.equals(Optional.of(now))) {
                remember(update.key(), now);
            }
        } else if (update.state() == PublicState.MOVED || update.state() == PublicState.CANCELLED) {
            published(update.key()).ifPresent(shown -> {
                page.takeBack(shown);
                forget(update.key());
            });
        }
    }

    private ClientsPage.Entry entry(Client client, StatusUpdate update) {
        var words = new StatusWords(new Words(Language.of(client.locale())), mails.product(), client.zone());
        return new ClientsPage.Entry(
                client.code(),
                words.what(update),
                words.sentence(update),
                update.windowStart(),
                update.windowStart().plus(Duration.ofMinutes(update.minutes())),
                client.zone());
    }

    private Optional<String> published(String key) {
        return database.sql("select page_id from status_publication where intervention_key = ?")
                .param(key)
                .query(String.class)
                .optional();
    }

    /** At once: what stands on that page stands there whatever becomes of the job. */
    private void remember(String key, String id) {
        atOnce.of(() -> {
            database.sql("delete from status_publication where intervention_key = ?")
                    .param(key)
                    .update();
            return database.sql("insert into status_publication (intervention_key, page_id) values (?, ?)")
                    .params(key, id)
                    .update();
        });
    }

    private void forget(String key) {
        atOnce.of(() -> database.sql("delete from status_publication where intervention_key = ?")
                .param(key)
                .update());
    }
}
