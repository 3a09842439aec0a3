package com.athento.deployment.process;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** How often one address may knock at a public door: a house full of readers is one address. */
public class Attempts {

    private final Buckets buckets;

    public Attempts(int perMinute) {
        buckets = new Buckets(perMinute, Duration.ofMinutes(1), TimeMeter.SYSTEM_MILLISECONDS);
    }

    public boolean allow(String address) {
        return buckets.of(Network.of(address)).tryConsume(1);
    }
}
