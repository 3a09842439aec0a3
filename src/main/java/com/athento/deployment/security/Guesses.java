package com.athento.deployment.security;

import com.athento.deployment.process.Buckets;
import com.athento.deployment.process.LastUsed;
import com.athento.deployment.process.Network;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * How many wrong passwords are listened to. Whoever guesses is slowed down where they guess: at their address, for that
 * account, and nobody elsewhere notices. Two wider bounds hold against many addresses that guess at one account, and
 * against one address that tries many accounts; they spare everybody who logged in from their address before. Each
 * bound ends by itself.
 */
class Guesses {

    /** Of one address, for one account: what somebody mistypes on a bad morning. */
    static final int AT_ONCE = 5;

    /** How long it takes until they may mistype as often again. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    /**
     * Of all addresses for one account, and of one address for all accounts. Half a dozen of those who never give up do
     * not reach it: one of them is listened to 30 times an hour.
     */
    static final int AN_HOUR = 200;

    private final Buckets pairs;
    private final Buckets accounts;
    private final Buckets addresses;

    /** From where each account has been logged in. */
    private final Set<String> known = Collections.newSetFromMap(LastUsed.of(Buckets.MANY));

    Guesses(TimeMeter time) {
        pairs = new Buckets(AT_ONCE, PAUSE, time);
        accounts = new Buckets(AN_HOUR, Duration.ofHours(1), time);
        addresses = new Buckets(AN_HOUR, Duration.ofHours(1), time);
    }

    /** What became of a password that was listened to. */
    enum Heard {
        RIGHT,
        WRONG,
        /** Wrong, and the next one will not be listened to for a while. */
        LAST_FOR_NOW
    }

    /**
     * Checks a password, if it may be tried now.
     *
     * @param lastAdmin whether nobody else could let this account in again: then the two wider bounds do not keep a
     *     first attempt away, from whatever address it comes
     * @throws TooManyGuesses if it may not, without checking it
     */
    Heard check(String address, String account, BooleanSupplier lastAdmin, BooleanSupplier right) {
        var network = Network.of(address);
        var pair = network + " " + account;
        var here = pairs.of(pair);
        var wider = List.of(accounts.of(account), addresses.of(network));
        // One at a time, so that a hundred guesses at the same instant are no way around.
        synchronized (here) {
            var wait = wait(here, wider, known.contains(pair));
            if (!wait.isZero() && !(isFirst(here) && lastAdmin.getAsBoolean())) {
                throw new TooManyGuesses(wait);
            }
            if (right.getAsBoolean()) {
                here.reset();
                known.add(pair);
                return Heard.RIGHT;
            }
            here.tryConsume(1);
            wider.forEach(bound -> bound.tryConsume(1));
            return wait(here, wider, known.contains(pair)).isZero() ? Heard.WRONG : Heard.LAST_FOR_NOW;
        }
    }

    private static boolean isFirst(Bucket here) {
        return here.getAvailableTokens() == AT_ONCE;
    }

    private static Duration wait(Bucket here, List<Bucket> wider, boolean known) {
        return Stream.concat(Stream.of(here), known ? Stream.empty() : wider.stream())
                .map(bound -> bound.estimateAbilityToConsume(1).getNanosToWaitForRefill())
                .map(Duration::ofNanos)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
