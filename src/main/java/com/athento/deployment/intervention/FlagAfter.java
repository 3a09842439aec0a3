package com.athento.deployment.intervention;

/**
 * The state that somebody left a flag in.
 *
 * @param name of the flag
 */
public record FlagAfter(String name, String after) {}
