package com.athento.deployment.mail;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What holds at the attempt to send.
 *
 * @param windowStart null where the request ended at once and named no window; no mail of it asks
 * @param phase where the intervention stands
 * @param answerBy until when a team or the client is asked to answer
 * @param asked whether the client got the question of this plan
 * @param onTime whether the notice comes as long before the window as was agreed
 * @param down whether the instance runs neither version and waits to be recovered
 * @param outage since when users cannot work; empty while they can
 * @param settled whether nobody is deploying, testing or rolling back
 * @param batteries how many were run
 */
record Circumstances(
        Instant now,
        int revision,
        Instant windowStart,
        int minutes,
        Supplier<Phase> phase,
        Instant answerBy,
        BooleanSupplier asked,
        BooleanSupplier onTime,
        BooleanSupplier down,
        Optional<Instant> outage,
        BooleanSupplier settled,
        Optional<Outcome> outcome,
        Optional<Instant> supportUntil,
        IntSupplier batteries) {

    boolean isIn(Phase... phases) {
        return Arrays.asList(phases).contains(phase.get());
    }

    boolean beforeWindow() {
        return now.isBefore(windowStart);
    }

    boolean inTimeToAnswer() {
        return now.isBefore(answerBy) && beforeWindow();
    }

    boolean isDeployed() {
        return outcome.filter(Outcome.DEPLOYED::equals).isPresent();
    }

    boolean supportGoesOn() {
        return supportUntil.filter(now::isBefore).isPresent();
    }
}
