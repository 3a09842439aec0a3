package com.athento.deployment.intervention;

/** The client's answer. */
public enum ConsentAnswer {
    AGREED,
    DECLINED,
    OTHER_WINDOW
}
