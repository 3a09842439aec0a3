package com.athento.deployment.intervention;

/** What an instance is for; INTERNAL ones are the vendor's own test instances. */
public enum Environment {
    QA,
    UAT,
    PRO,
    INTERNAL
}
