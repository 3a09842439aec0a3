package com.athento.deployment.record;

import com.athento.deployment.intervention.Answerer;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question that a mail carried, beside what holds now.
 *
 * @param revision the revision of the plan that the mail spoke of
 * @param linkOf whom the mail went to, as the register called them: several who share an address; empty for a mail that
 *     went to all
 * @param currentRevision that of the plan now
 * @param ended whether it is settled how the intervention ends
 * @param windowStart that of the plan now
 * @param superseded whether a newer mail asks the same person, or asks without this one
 * @param given how this revision was answered since, if it was
 */
public record Asked(
        String key,
        int revision,
        List<String> linkOf,
        int currentRevision,
        Phase phase,
        boolean ended,
        Instant windowStart,
        boolean superseded,
        Optional<Given> given) {

    /**
     * @param by who answered, at the client; empty once that is no longer kept
     * @param proposedStart what was proposed instead
     * @param minutes the unavailability that the answer is about
     */
    public record Given(
            ConsentAnswer answer, Optional<Answerer> by, Optional<Instant> proposedStart, int minutes, Instant at) {}
}
