package com.athento.deployment.mail;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mail that is about to go on record.
 *
 * @param chunk the part of the recipients, from 0
 */
record Draft(Sending sending, int chunk, String messageId, Language language, Envelope envelope, Rendered rendered) {

    int revision() {
        return Variables.REVISION.find(sending.situation().variables()).orElse(0);
    }

    /**
     * Whose personal link it carries, as the register calls them: several who share an address; empty where it carries
     * none.
     */
    List<String> linkOf() {
        return rendered.hasPersonalLink() ? sending.situation().people().whoMayAnswer(envelope) : List.of();
    }

    /** That it speaks of; empty where the request ended at once and named none. */
    Optional<Window> window() {
        return sending.situation().window(sending.mailing());
    }

    Claim claim() {
        return sending.claim().orElse(Claim.NONE);
    }

    /** SENDING, or OBSOLETE where it is only kept on record that it was not sent. */
    LoggedMail.State state() {
        return sending.claim().isPresent() ? LoggedMail.State.SENDING : LoggedMail.State.OBSOLETE;
    }

    /** As it stands once it is on record. */
    LoggedMail begun() {
        return new LoggedMail(
                sending.job(), sending.mailing(), chunk, messageId, state(), envelope, Set.of(), Map.of(), claim(), 0);
    }

    MailInHand inHand() {
        return new MailInHand(begun(), rendered);
    }
}
