package com.athento.deployment.post;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What came of one SMTP conversation.
 *
 * @param accepted addresses that the server took the mail for
 * @param refused addresses that it will never take it for (5xx), with its words
 * @param deferred addresses that it did not take it for now (4xx), with its words
 * @param postponed addresses that it was not asked about for want of time
 * @param trouble what is wrong with the server or the connection, if it is not about addresses
 */
public record Delivery(
        Set<String> accepted,
        Map<String, String> refused,
        Map<String, String> deferred,
        Set<String> postponed,
        Optional<String> trouble) {

    /** Nobody was asked anything yet. */
    public static final Delivery NOTHING = done(Set.of(), Map.of());

    static Delivery done(Set<String> accepted, Map<String, String> refused) {
        return new Delivery(accepted, refused, Map.of(), Set.of(), Optional.empty());
    }

    static Delivery refused(Collection<String> addresses, String why) {
        var refused = new LinkedHashMap<String, String>();
        addresses.forEach(address -> refused.put(address, why));
        return done(Set.of(), refused);
    }

    /** There was no time to ask. */
    public static Delivery postponed(Set<String> addresses) {
        return new Delivery(Set.of(), Map.of(), Map.of(), addresses, Optional.empty());
    }

    /** What came of both, for other addresses. */
    public Delivery and(Delivery other) {
        return new Delivery(
                both(accepted, other.accepted),
                both(refused, other.refused),
                both(deferred, other.deferred),
                both(postponed, other.postponed),
                trouble.or(other::trouble));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> others) {
        var all = new LinkedHashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** It came to no conversation. */
    public static Delivery unwritable(String why) {
        return new Delivery(Set.of(), Map.of(), Map.of(), Set.of(), Optional.of(why));
    }

    /** What the server said where it did not take the mail this time, to be said within a sentence. */
    public Optional<String> complaint() {
        return Stream.concat(trouble.stream(), deferred.values().stream())
                .map(Delivery::withoutStop)
                .findFirst();
    }

    /** A sentence of somebody else's as a part of ours. */
    public static String withoutStop(String sentence) {
        return sentence.strip().replaceAll("[.\\s]+$", "");
    }

    /** Whether it settled anything, for better or worse. */
    public boolean isProgress() {
        return !accepted.isEmpty() || !refused.isEmpty();
    }
}
