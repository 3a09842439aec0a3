package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.DOWNTIME_MINUTES;
import static com.athento.deployment.process.Variables.INSTANCE_CODE;
import static com.athento.deployment.process.Variables.SEVERITY;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;

import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.intervention.WrittenTime;
import com.athento.deployment.process.Reading;
import com.athento.deployment.schedule.slots.NextSlots;
import com.athento.deployment.schedule.slots.Slots;
import com.athento.deployment.schedule.slots.Wanted;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * When a request would be possible, whatever else is still wrong with it: a window in the past is refused, and that is
 * when somebody looks for another one.
 */
@Component
class TriedSlots {

    private final RegisteredInstances instances;
    private final NextSlots slots;
    private final Clock clock;

    TriedSlots(RegisteredInstances instances, NextSlots slots, Clock clock) {
        this.instances = instances;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * @param answers by name; what cannot be read of them counts as not given
     * @param key of the intervention; blank where there is none yet
     * @return empty where nobody knows for which instance
     */
    Optional<Slots> of(Function<String, ?> answers, String key) {
        var reading = new Reading();
        return reading.of(() -> instances.get(INSTANCE_CODE.find(answers)))
                .map(instance -> slots.of(instance, instances.client(instance), wanted(answers, reading), key));
    }

    /** Of unknown length it takes the longest. */
    private Wanted wanted(Function<String, ?> answers, Reading reading) {
        return new Wanted(
                reading.of(() -> DOWNTIME_MINUTES.find(answers).orElse(null))
                        .filter(minutes -> minutes >= 1 && minutes <= Window.LONGEST)
                        .orElse(Window.LONGEST),
                reading.of(() -> SEVERITY.find(answers).orElse(null)).orElse(Severity.NONE),
                reading.of(() -> WINDOW_START_LOCAL.find(answers).orElse(null))
                        .flatMap(WrittenTime::read)
                        .map(LocalDateTime::toLocalTime),
                clock.instant(),
                Wanted.FEW);
    }
}
