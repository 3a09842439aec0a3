package com.athento.deployment.register;

/** Who says what a client is, who its contacts are, and how its instances are looked after. */
public enum Source {
    /** The register file, at each start. */
    FILE,
    /** An admin, over the API; the file no longer rules it. */
    API
}
