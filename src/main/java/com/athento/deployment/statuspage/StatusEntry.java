package com.athento.deployment.statuspage;

import java.util.List;

/**
 * An intervention as the client's people see it.
 *
 * @param updates what was shown of it so far, oldest first; never empty
 */
public record StatusEntry(List<StatusUpdate> updates) {

    /** What holds now. */
    public StatusUpdate latest() {
        return updates.get(updates.size() - 1);
    }

    public StatusUpdate first() {
        return updates.get(0);
    }
}
