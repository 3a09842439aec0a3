package com.athento.deployment.demo;

import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Kind;
import com.athento.deployment.process.Refused;
import java.time.Instant;
import java.util.Optional;

/**
 * How the clock shall go forward: one of both.
 *
 * @param advance an ISO-8601 duration
 * @param to {@code next-timer}
 */
record Jump(String advance, String to) {

    private static final String NEXT_TIMER = "next-timer";

    private static final Kind<String> TO = Kind.of(
            text -> Optional.of(text).filter(NEXT_TIMER::equals),
            "refused.value.unknown",
            Sentence.of("refused.give", NEXT_TIMER));

    /** @throws Refused if it is none; the clock stays then */
    Instant with(DemoClock clock) {
        if ((advance == null) == (to == null)) {
            throw Refused.because("refused.clock.either", NEXT_TIMER);
        }
        if (advance != null) {
            return clock.to(Ahead.KIND.read("advance", advance).from(clock.now()));
        }
        TO.read("to", to);
        return clock.toNextTimer();
    }
}
