package com.athento.deployment.security;

import com.athento.deployment.process.EngineProperties;
import com.athento.deployment.process.LastUsed;
import com.athento.deployment.process.Network;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Which passwords were right a moment ago, from where, and in which groups their accounts are: a machine that sends its
 * password with every request has it checked every now and then. A wrong one is never kept, and ends what was kept of
 * its account; so does, for all accounts, each change of any, on this node at once and on the others when the time is
 * over.
 */
@Component
class RightPasswords {

    /** More machines than ask at once. */
    static final int MOST = 1000;

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** What is kept opens nothing elsewhere, nor after the next start. */
    private final SecretKeySpec key;

    private final Duration kept;
    private final LongSupplier nanoseconds;

    private final Map<String, Known> known = LastUsed.of(MOST);

    /** How often something was forgotten. */
    private long forgotten;

    @Autowired
    RightPasswords(EngineProperties engine) {
        this(engine.passwordRight(), System::nanoTime);
    }

    RightPasswords(Duration kept, LongSupplier nanoseconds) {
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, MAC);
        this.kept = kept;
        this.nanoseconds = nanoseconds;
    }

    private record Known(String account, List<String> groups, long until) {}

    /**
     * A password that somebody sends, as of when they did.
     *
     * @param digest of the network that they send it from, the account and the password
     * @param forgotten how often something had been forgotten by then
     */
    record Attempt(String account, String digest, long at, long forgotten) {}

    synchronized Attempt attempt(String address, String account, String password) {
        return new Attempt(account, digest(Network.of(address), account, password), nanoseconds.getAsLong(), forgotten);
    }

    /** The groups of the account, if its password is known to be right. */
    synchronized Optional<List<String>> groups(Attempt attempt) {
        return Optional.ofNullable(known.get(attempt.digest()))
                .filter(right -> attempt.at() - right.until() < 0)
                .map(Known::groups);
    }

    /** From when it was sent; not if anything was forgotten meanwhile, which may be what made it right. */
    synchronized void note(Attempt right, List<String> groups) {
        if (right.forgotten() == forgotten) {
            known.put(right.digest(), new Known(right.account(), List.copyOf(groups), right.at() + kept.toNanos()));
        }
    }

    synchronized void forget(String account) {
        forgotten++;
        known.values().removeIf(right -> right.account().equals(account));
    }

    synchronized void forget() {
        forgotten++;
        known.clear();
    }

    /** Each part with its length, so that no two attempts read alike. */
    private String digest(String... parts) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
