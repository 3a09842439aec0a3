package com.athento.deployment.record;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What comes next on an instance, or is going on there.
 *
 * @param windowStart as planned
 * @param zone the client's
 */
public record NextIntervention(String instanceCode, String interventionKey, Instant windowStart, ZoneId zone) {}
