package com.athento.deployment.intervention;

import java.util.List;

/** How end users are told. */
public enum Channel {
    EMAIL,
    /** By a message inside the instance. */
    IN_APP;

    /** @param channels as an intervention names them: joined by commas, or NONE */
    public boolean isAmong(String channels) {
        return List.of(channels.split(",")).contains(name());
    }
}
