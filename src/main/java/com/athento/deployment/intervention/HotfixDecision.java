package com.athento.deployment.intervention;

/** What product makes of a battery that passed with failures. */
public enum HotfixDecision {
    ACCEPT,
    HOTFIX
}
