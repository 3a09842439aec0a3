package com.athento.deployment.intervention;

/**
 * A feature flag that guards a change.
 *
 * @param name by which whoever switches it finds it
 * @param before the state in which it is off for the change: what it has before the deployment, and again once it is
 *     switched off
 * @param planned the state that it shall have after the deployment
 * @param how it is switched, for somebody at night
 */
public record Flag(FlagKind kind, String name, String before, String planned, String how) {}
