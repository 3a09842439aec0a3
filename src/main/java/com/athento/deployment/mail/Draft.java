package com.athento.deployment.mail;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mail that is about to go on record.
 *
 * @param chunk the part of the recipients, from 0
 * @param linkOf whose personal link it carries, as the register calls them: several who share an address; empty where
 *     it carries none
 * @param window that it speaks of; empty where the request ended at once and named none
 * @param claim what it states
 * @param state SENDING, or OBSOLETE where it is only kept on record that it was not sent
 */
record Draft(
        String interventionKey,
        int revision,
        String job,
        String element,
        Mailing mailing,
        int chunk,
        String messageId,
        Language language,
        Envelope envelope,
        List<String> linkOf,
        Rendered rendered,
        Optional<Window> window,
        Claim claim,
        LoggedMail.State state) {

    /** As it stands once it is on record. */
    LoggedMail begun() {
        return new LoggedMail(job, mailing, chunk, messageId, state, envelope, rendered, Set.of(), Map.of(), claim);
    }
}
