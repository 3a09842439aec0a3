package com.athento.deployment.mail;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a mail states that time or events can make untrue. It is asked for again at each attempt to send: a mail whose
 * claim is gone is not sent, and one whose claim has changed is written anew.
 *
 * @param essence what the reader knows afterwards; empty for a mail that always holds
 * @param wording what of its sentences depends on the moment, while the essence stays
 */
record Claim(String essence, String wording) {

    /** Of a mail that was not sent because it was not true. */
    static final Claim NONE = new Claim("-", "");

    private static final Claim ALWAYS = new Claim("", "");
    private static final String RESULT = "result ";
    private static final String OUTAGE = "outage ";

    /**
     * @param template what the reader gets
     * @return empty if it would not be true now
     */
    static Optional<Claim> of(String template, Circumstances now) {
        return switch (template) {
            case "consent-request" ->
                when(now.beforeWindow(), () -> plan(now).and(now.inTimeToAnswer() ? "in time" : "overdue"));
            case "consent-reminder" -> when(now.inTimeToAnswer() && now.asked().getAsBoolean(), () -> plan(now));
            case "approval-reminder" -> when(now.inTimeToAnswer(), () -> plan(now));
            case "window-confirmed", "window-for-colleagues" -> when(now.beforeWindow(), () -> plan(now));
            case "user-notice" ->
                when(now.beforeWindow(), () -> plan(now).and(now.onTime().getAsBoolean() ? "on time" : ""));
            // Whoever is about to hear the new date hears the old one with it.
            case "change-for-contact" -> always(now.isIn(Phase.REQUEST, Phase.APPROVAL));
            case "change-for-users", "change-for-colleagues" ->
                always(now.isIn(Phase.REQUEST, Phase.APPROVAL, Phase.CONSENT));
            case "point-of-no-return" -> always(!now.settled().getAsBoolean());
            case "outage-for-contact", "outage-for-users" -> outage(now);
            case "recovery-call" -> always(now.down().getAsBoolean());
            case "result-for-support" -> now.isDeployed() && !now.supportGoesOn() ? Optional.empty() : result(now);
            case "result-for-contact", "result-for-users", "result-for-colleagues" -> result(now);
            default -> Optional.of(ALWAYS);
        };
    }

    private static Optional<Claim> when(boolean holds, Supplier<Claim> claim) {
        return holds ? Optional.of(claim.get()) : Optional.empty();
    }

    /** What holds, holds whatever else changes. */
    private static Optional<Claim> always(boolean holds) {
        return when(holds, () -> ALWAYS);
    }

    private static Claim plan(Circumstances now) {
        return new Claim("revision %d, %s, %d minutes".formatted(now.revision(), now.windowStart(), now.minutes()), "");
    }

    /** A battery more is a result more, even where it ends as the one before did. */
    private static Optional<Claim> result(Circumstances now) {
        return when(now.settled().getAsBoolean(), () -> settledResult(now));
    }

    private static Claim settledResult(Circumstances now) {
        var outcome = now.outcome().map(Outcome::name).orElse("OPEN");
        return new Claim(
                RESULT
                        + "%s after %d batteries"
                                .formatted(outcome, now.batteries().getAsInt()),
                now.supportGoesOn() ? "in support" : "");
    }

    /** One that is being rolled back, and one that nothing has ended so far, are two to be told. */
    private static Optional<Claim> outage(Circumstances now) {
        return now.outage().filter(since -> !now.settled().getAsBoolean()).map(since -> outage(since, now));
    }

    private static Claim outage(Instant since, Circumstances now) {
        var what = now.down().getAsBoolean() ? "neither runs" : "rolled back";
        return new Claim(OUTAGE + "since %s, %s".formatted(since, what), "");
    }

    /** Whether who knows it need not be told again by another step. */
    boolean isOnce() {
        return essence.startsWith(RESULT) || essence.startsWith(OUTAGE);
    }

    private Claim and(String words) {
        return new Claim(essence, words);
    }

    /** What {@link #toString()} wrote. */
    static Claim parse(String text) {
        var parts = text.split("; ", 2);
        return new Claim(parts[0], parts.length > 1 ? parts[1] : "");
    }

    @Override
    public String toString() {
        return wording.isEmpty() ? essence : essence + "; " + wording;
    }
}
