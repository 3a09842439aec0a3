package com.athento.deployment.intervention;

/** Where the client's answer, or its absence, leads. */
public enum ConsentOutcome {
    AGREED,
    DECLINED,
    REPLAN,
    GIVEN_UP
}
