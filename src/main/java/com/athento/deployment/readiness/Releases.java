package com.athento.deployment.readiness;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.register.Patch;
import com.athento.deployment.register.ProductVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The versions of a line, for one reading: what was asked about a version is not reckoned again for another instance.
 */
final class Releases {

    private final List<ProductVersion> all;
    private final Set<String> fixes;
    private final Map<Version, Newer> known = new HashMap<>();

    /** @param all the newest one first */
    Releases(List<ProductVersion> all) {
        this.all = List.copyOf(all);
        this.fixes = all.stream().flatMap(version -> version.fixes().stream()).collect(Collectors.toSet());
    }

    /**
     * What came after a version.
     *
     * @param count how many versions
     * @param bigChanges whether any of them has some
     */
    record Newer(int count, boolean bigChanges) {}

    Newer than(Version version) {
        return known.computeIfAbsent(version, asked -> {
            var newer = all.stream()
                    .filter(release -> release.version().compareTo(asked) > 0)
                    .toList();
            return new Newer(newer.size(), newer.stream().anyMatch(ProductVersion::bigChanges));
        });
    }

    Optional<Version> newest() {
        return all.stream().map(ProductVersion::version).findFirst();
    }

    /** Whether one of them brings a fix along. */
    boolean have(Patch patch) {
        return fixes.contains(patch.reference())
                || patch.containedIn().filter(this::isOut).isPresent();
    }

    private boolean isOut(Version version) {
        return newest().filter(last -> last.compareTo(version) >= 0).isPresent();
    }
}
