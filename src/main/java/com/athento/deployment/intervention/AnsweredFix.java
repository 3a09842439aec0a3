package com.athento.deployment.intervention;

/**
 * What is said about one fix of an instance's patch list before a version upgrade.
 *
 * @param reference of the fix, as the patch list has it
 */
public record AnsweredFix(String reference, FixAnswer answer) {}
