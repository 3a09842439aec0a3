package com.athento.deployment.consent;

import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.ConsentVia;
import java.time.Instant;
import java.util.Optional;

/**
 * What the client answered, as somebody recorded it.
 *
 * @param by who answered, at the client
 */
record Answer(
        ConsentAnswer answer, Optional<String> reason, Optional<Instant> proposedStart, String by, ConsentVia via) {}
