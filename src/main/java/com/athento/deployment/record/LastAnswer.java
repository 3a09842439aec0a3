package com.athento.deployment.record;

import com.athento.deployment.intervention.ConsentAnswer;
import java.time.Instant;
import java.util.Optional;

/**
 * The client's last word, beside the plan as it stands now.
 *
 * @param voided whether a later change of the plan voided it
 * @param samePlan whether kind and version are still those that the client was asked about
 * @param proposedStart the window that the client wants instead
 * @param downtimeMinutes the unavailability that the client was asked about
 */
public record LastAnswer(
        ConsentAnswer answer, boolean voided, boolean samePlan, Optional<Instant> proposedStart, int downtimeMinutes) {

    /** Whether it is a yes to this window: an agreement that nothing voided, or exactly what the client proposed. */
    public boolean covers(Instant windowStart, int minutes) {
        return switch (answer) {
            case AGREED -> !voided;
            case OTHER_WINDOW ->
                samePlan
                        && minutes == downtimeMinutes
                        && proposedStart.filter(windowStart::equals).isPresent();
            case DECLINED -> false;
        };
    }
}
