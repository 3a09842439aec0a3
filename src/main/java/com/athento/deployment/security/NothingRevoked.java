package com.athento.deployment.security;

import java.time.Duration;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * For whom the engine found nothing revoked, for some seconds from when it was asked: so long, at most, may it take
 * until the first right that is taken from somebody in this way is gone. On this node it is, as a rule, at once.
 */
class NothingRevoked {

    /** More people than are at work at once. */
    private static final int MOST = 1000;

    private final Map<Map.Entry<String, Set<String>>, Long> until = new ConcurrentHashMap<>();
    private final Duration kept;
    private final LongSupplier nanoseconds;

    NothingRevoked(Duration kept, LongSupplier nanoseconds) {
        this.kept = kept;
        this.nanoseconds = nanoseconds;
    }

    boolean isKnown(String person, Collection<String> groups) {
        var end = until.get(whose(person, groups));
        return end != null && nanoseconds.getAsLong() - end < 0;
    }

    /** As of now; what is known already is not known for longer. */
    void note(String person, Collection<String> groups) {
        if (until.size() >= MOST) {
            until.clear();
        }
        var now = nanoseconds.getAsLong();
        until.merge(whose(person, groups), now + kept.toNanos(), (known, noted) -> now - known < 0 ? known : noted);
    }

    void forget() {
        until.clear();
    }

    private static Map.Entry<String, Set<String>> whose(String person, Collection<String> groups) {
        // Somebody may come with groups alone.
        return new SimpleImmutableEntry<>(person, groups == null ? Set.of() : Set.copyOf(groups));
    }
}
