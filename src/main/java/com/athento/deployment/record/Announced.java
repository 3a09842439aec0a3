package com.athento.deployment.record;

import com.athento.deployment.intervention.PublicState;
import java.time.Instant;
import java.util.Optional;

/**
 * What was announced of an intervention last.
 *
 * @param id another one for each announcement
 * @param windowStart of the window that it speaks of
 * @param movedFrom the start that was announced before, where it is another one
 * @param noticeAt when users are to read of it
 * @param inApp whether they are to read of it inside the instance
 * @param told whether they have read there of this intervention before
 */
public record Announced(
        String id,
        PublicState state,
        Instant windowStart,
        Optional<Instant> movedFrom,
        int downtimeMinutes,
        Instant noticeAt,
        Instant happenedAt,
        boolean inApp,
        boolean told) {}
