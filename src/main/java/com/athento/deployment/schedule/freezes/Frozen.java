package com.athento.deployment.schedule.freezes;

import com.athento.deployment.intervention.Interval;

/**
 * That a freeze holds an instance.
 *
 * @param during all of the time around the span that was asked about, cut off where the freeze was ended
 */
public record Frozen(Freeze freeze, Interval during) {}
