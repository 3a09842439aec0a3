package com.athento.deployment.turn;

import java.time.Instant;
import java.util.Optional;

/**
 * That one reader is to be told that a freeze hits an intervention.
 *
 * @param mail which mail tells it; absent before one is written
 * @param heldUntil how long an attempt has it in hand
 */
record FreezeMail(
        long id, String interventionKey, TurnMail.State state, Optional<String> mail, Optional<Instant> heldUntil) {}
