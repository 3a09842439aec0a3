package com.athento.deployment.intervention;

import java.util.Optional;

/**
 * What is to be done to which instance, and when.
 *
 * @param instance code of the instance
 * @param kind kind of change
 * @param fromVersion the version in use when the plan was made
 * @param targetVersion present exactly for a version upgrade
 * @param window when users cannot work
 */
public record Plan(
        String instance,
        ChangeKind kind,
        Optional<Version> fromVersion,
        Optional<Version> targetVersion,
        Window window) {}
