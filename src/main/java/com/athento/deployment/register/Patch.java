package com.athento.deployment.register;

import com.athento.deployment.intervention.Version;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A fix that came on top of an instance's version, between releases (procedure, section 10).
 *
 * @param containedIn the first version that brings it along; empty where nobody has said so
 */
public record Patch(String reference, Optional<String> notes, Optional<Version> containedIn) {

    /**
     * Those that a version does not bring along itself, each once, as it was applied last. One of which nobody knows
     * where it is contained stays: better named too long than lost in silence.
     *
     * @param applied in the order in which they were
     * @param broughtAlong references of what product says is in that version or in one before it
     */
    static List<Patch> onTopOf(Version version, Collection<Patch> applied, Set<String> broughtAlong) {
        var last = new LinkedHashMap<String, Patch>();
        applied.forEach(patch -> {
            last.remove(patch.reference());
            last.put(patch.reference(), patch);
        });
        return last.values().stream()
                .filter(patch -> !patch.isIn(version) && !broughtAlong.contains(patch.reference()))
                .toList();
    }

    /** Whether whoever applied it said that a version brings it along. */
    public boolean isIn(Version version) {
        return containedIn.filter(first -> version.compareTo(first) >= 0).isPresent();
    }
}
