package com.athento.deployment.intervention;

/** Whether this procedure is the right one. */
public enum RightProcedure {
    TYPE_4,
    OTHER
}
