package com.athento.deployment.statuspage.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import com.athento.deployment.statuspage.StatusUpdates;
import com.athento.deployment.statuspage.StatusWords;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a request for a status page comes to: whose it is, in which words, and which edition. */
@Component
class Visits {

    private final StatusUpdates updates;
    private final Register register;
    private final MailProperties mails;

    Visits(StatusUpdates updates, Register register, MailProperties mails) {
        this.updates = updates;
        this.register = register;
        this.mails = mails;
    }

    /** @param lang null where the reader asked for none */
    Optional<Visit> of(String key, String lang) {
        return Token.read(key)
                .flatMap(token -> register.clientOfStatusKey(token.text()))
                .map(client -> visit(client, key, lang));
    }

    private Visit visit(Client client, String key, String lang) {
        var asked = lang != null;
        var language = Language.of(asked ? Locale.forLanguageTag(lang) : client.locale());
        return new Visit(
                client,
                mails.baseUrl() + "/status/" + key,
                new StatusWords(new Words(language), mails.product(), client.zone()),
                asked,
                etag(client, language, asked));
    }

    /** From all rows and from all settings that show: nothing else changes what is shown. */
    private String etag(Client client, Language language, boolean asked) {
        var settings = String.join(
                "\n",
                client.name(),
                client.zone().getId(),
                language.code(),
                String.valueOf(asked),
                mails.product(),
                mails.of(Team.PROJECT).getAddress(),
                mails.baseUrl().toString(),
                String.valueOf(getClass().getPackage().getImplementationVersion()));
        return "\"%s-%s\""
                .formatted(
                        updates.edition(client.code()),
                        UUID.nameUUIDFromBytes(settings.getBytes(StandardCharsets.UTF_8)));
    }
}
