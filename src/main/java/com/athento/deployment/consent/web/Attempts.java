package com.athento.deployment.consent.web;

import com.athento.deployment.consent.ConsentProperties;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often one address may try a link: enough for a house full of readers, not for guessing. */
@Component
class Attempts {

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

    Attempts(ConsentProperties settings) {
        perMinute = settings.attemptsPerMinute();
    }

    boolean allow(String address) {
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
