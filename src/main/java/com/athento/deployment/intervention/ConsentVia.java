package com.athento.deployment.intervention;

/** How the client answered. */
public enum ConsentVia {
    PHONE,
    MAIL,
    MEETING,
    PAGE
}
