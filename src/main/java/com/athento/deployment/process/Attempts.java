package com.athento.deployment.process;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often one address may knock at a public door: a house full of readers is one address. */
public class Attempts {

    private static final int ADDRESSES = 10_000;

    private final int perMinute;

    /** Whoever has not come for longest is forgotten first. */
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > ADDRESSES;
                }
            };

    public Attempts(int perMinute) {
        this.perMinute = perMinute;
    }

    public boolean allow(String address) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(network(address), key -> fresh());
        }
        return bucket.tryConsume(1);
    }

    /** In IPv6 one reader has the whole of the last 64 bits. */
    private static String network(String address) {
        var parts = address.split(":");
        return parts.length == 8 ? String.join(":", List.of(parts).subList(0, 4)) : address;
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity(perMinute)
                                        .refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
