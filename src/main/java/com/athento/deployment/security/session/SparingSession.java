package com.athento.deployment.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.session.Session;

/**
 * A session that hears of each request, as every session does, and mostly has nothing to write. Camunda's web
 * applications put their view of the login back with each request, changed or not.
 */
final class SparingSession implements Session {

    /** How much earlier than after its last request a session may end. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    /** Of the time after which it ends, where that is short. */
    private static final int SHARE = 10;

    private final Session kept;

    /** What is kept of those attributes that somebody has looked at. */
    private final Map<String, byte[]> known = new HashMap<>();

    SparingSession(Session kept) {
        this.kept = kept;
    }

    Session kept() {
        return kept;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Spring Session's signature.
    public <T> T getAttribute(String name) {
        T value = kept.getAttribute(name);
        if (value != null) {
            known.computeIfAbsent(name, first -> AttributeBytes.of(value));
        }
        return value;
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        var bytes = AttributeBytes.of(value);
        if (!Arrays.equals(bytes, known.put(name, bytes))) {
            kept.setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        known.remove(name);
        kept.removeAttribute(name);
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (!now.isBefore(kept.getLastAccessedTime().plus(grain()))) {
            kept.setLastAccessedTime(now);
        }
    }

    private Duration grain() {
        var share = kept.getMaxInactiveInterval().dividedBy(SHARE);
        return share.isNegative() || share.compareTo(GRAIN) > 0 ? GRAIN : share;
    }

    @Override
    public String getId() {
        return kept.getId();
    }

    @Override
    public String changeSessionId() {
        return kept.changeSessionId();
    }

    @Override
    public Set<String> getAttributeNames() {
        return kept.getAttributeNames();
    }

    @Override
    public Instant getCreationTime() {
        return kept.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
        return kept.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        kept.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return kept.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return kept.isExpired();
    }
}
