package com.athento.deployment.rollout.permits;

import java.time.Instant;

/**
 * What a pipeline may do.
 *
 * @param key of the intervention for which it deploys
 * @param until when it may begin to, before the start; when it has to be done, after it
 * @param token the same, signed
 */
public record Permit(String key, Instant until, String token) {}
