package com.athento.deployment.rollout.permits;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Permits for pipelines; off while there is no key.
 *
 * @param key with which permits are signed, and which whoever checks them has, too; as many bytes as the signature at
 *     least (RFC 7518, 3.2)
 */
@ConfigurationProperties("deployment.permits")
record PermitProperties(@DefaultValue("") String key) {

    /** Of the key. */
    static final String NAME = "deployment.permits.key";

    private static final int SHORTEST = 32;

    PermitProperties {
        if (!key.isBlank() && key.getBytes(StandardCharsets.UTF_8).length < SHORTEST) {
            throw new IllegalArgumentException(
                    "%s: is too short; give at least %d characters that nobody can guess".formatted(NAME, SHORTEST));
        }
    }

    boolean isOn() {
        return !key.isBlank();
    }

    /** Never the secret: what is printed may end in a log. */
    @Override
    public String toString() {
        return "PermitProperties[%s]".formatted(isOn() ? "on" : "off");
    }
}
