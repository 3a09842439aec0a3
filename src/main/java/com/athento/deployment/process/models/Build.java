package com.athento.deployment.process.models;

import java.lang.module.ModuleDescriptor;
import java.time.Instant;
import java.util.Comparator;

/**
 * Which build of the application this is; the later one has the higher version, of one version the one that was built
 * later.
 *
 * @param version such as {@code 1.2.0-SNAPSHOT}, which comes before {@code 1.2.0}
 * @param time when it was built, in whole seconds
 */
record Build(String version, Instant time) implements Comparable<Build> {

    private static final Comparator<Build> BY_VERSION_AND_TIME = Comparator.comparing(
                    (Build build) -> ModuleDescriptor.Version.parse(build.version))
            .thenComparing(Build::time);

    @Override
    public int compareTo(Build other) {
        return BY_VERSION_AND_TIME.compare(this, other);
    }

    boolean isOlderThan(Build other) {
        return compareTo(other) < 0;
    }

    @Override
    public String toString() {
        return "%s of %s".formatted(version, time);
    }
}
