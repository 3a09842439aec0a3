package com.athento.deployment.schedule.slots;

import com.athento.deployment.schedule.ClientTime;
import java.time.Instant;

/**
 * A slot as programs and forms read it.
 *
 * @param windowStartLocal the client's time, as a request takes it
 * @param windowOffset of the client's clock then
 * @param zone the client's
 */
public record Slot(Instant start, String windowStartLocal, String windowOffset, String zone) {

    static Slot of(ClientTime time) {
        return new Slot(
                time.instant(), time.text(), time.offsetText(), time.zone().getId());
    }
}
