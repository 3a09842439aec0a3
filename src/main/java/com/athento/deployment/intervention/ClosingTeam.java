package com.athento.deployment.intervention;

/** Who closes, and gets the replies. */
public enum ClosingTeam {
    PROJECT,
    SUPPORT
}
