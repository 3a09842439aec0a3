package com.athento.deployment.schedule.capacity;

import com.athento.deployment.intervention.Interval;

/**
 * The systems team is with an intervention, or will be.
 *
 * @param key of the intervention
 * @param during the hour of its window, and the pause after it
 */
public record Hold(String key, Interval during) {}
