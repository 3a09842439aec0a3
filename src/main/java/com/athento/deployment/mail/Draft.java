package com.athento.deployment.mail;

import java.time.Instant;

/**
 * A mail that is about to go on record.
 *
 * @param chunk the part of the recipients, from 0
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
        Rendered rendered,
        Instant windowStart,
        int downtimeMinutes) {}
