package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.jobs.LooseJob;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import java.util.Optional;
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
    private final Publications publications;
    private final Register register;
    private final MailProperties mails;

    PublishUpdate(
            StatusUpdates updates,
            ClientsPage page,
            Publications publications,
            Register register,
            MailProperties mails) {
        this.updates = updates;
        this.page = page;
        this.publications = publications;
        this.register = register;
        this.mails = mails;
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
        switch (update.state()) {
            case PLANNED -> show(update.key(), entry(client, update));
            case MOVED, CANCELLED -> takeBack(update.key());
            default -> {
                // That page knows it by the clock.
            }
        }
    }

    private void show(String key, ClientsPage.Entry entry) {
        var before = publications.of(key);
        var now = page.show(before, entry);
        if (!before.equals(Optional.of(now))) {
            publications.remember(key, now);
        }
    }

    private void takeBack(String key) {
        publications.of(key).ifPresent(shown -> {
            page.takeBack(shown);
            publications.forget(key);
        });
    }

    private ClientsPage.Entry entry(Client client, StatusUpdate update) {
        var words = new StatusWords(new Words(Language.of(client.locale())), mails.product(), client.zone());
        return new ClientsPage.Entry(
                client.code(),
                words.what(update),
                words.sentence(update),
                update.windowStart(),
                update.windowEnd(),
                client.zone());
    }
}
