package com.athento.deployment.intervention;

/** How long ago the version of an instance was last updated. */
public enum UpdateAge {
    WEEK,
    MONTH,
    OLDER
}
