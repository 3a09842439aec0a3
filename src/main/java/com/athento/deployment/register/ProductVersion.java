package com.athento.deployment.register;

import com.athento.deployment.intervention.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A version of the product, as product states it.
 *
 * @param released the day on which it came out
 * @param notes where its release notes are
 * @param bigChanges whether it changes what users see or do
 * @param fixes references of the fixes that it brings along
 */
public record ProductVersion(
        Instance.Line line,
        Version version,
        LocalDate released,
        Optional<String> notes,
        boolean bigChanges,
        List<String> fixes) {

    /** As people call it: {@code SE 24.2.0}. */
    public String name() {
        return "%s %s".formatted(line, version);
    }
}
