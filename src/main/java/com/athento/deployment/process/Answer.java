package com.athento.deployment.process;

/**
 * What whoever asked gets to hear when a thing was not done.
 *
 * @param status as HTTP knows it
 * @param message one sentence for a person: no engine ids, no codes, no class names
 */
public record Answer(int status, String message) {}
