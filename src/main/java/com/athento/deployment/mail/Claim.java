package com.athento.deployment.mail;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
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
                now.beforeWindow()
                        ? Optional.of(now.plan().and(now.inTimeToAnswer() ? "in time" : "overdue"))
                        : Optional.empty();
            case "consent-reminder" ->
                now.inTimeToAnswer() && now.asked().getAsBoolean() ? Optional.of(now.plan()) : Optional.empty();
            case "approval-reminder" -> now.inTimeToAnswer() ? Optional.of(now.plan()) : Optional.empty();
            case "window-confirmed", "window-for-colleagues" ->
                now.beforeWindow() ? Optional.of(now.plan()) : Optional.empty();
            case "user-notice" ->
                now.beforeWindow()
                        ? Optional.of(now.plan().and(now.onTime().getAsBoolean() ? "on time" : ""))
                        : Optional.empty();
            // Whoever is about to hear the new date hears the old one with it.
            case "change-for-contact" ->
                now.isIn(Phase.REQUEST, Phase.APPROVAL) ? Optional.of(ALWAYS) : Optional.empty();
            case "change-for-users", "change-for-colleagues" ->
                now.isIn(Phase.REQUEST, Phase.APPROVAL, Phase.CONSENT) ? Optional.of(ALWAYS) : Optional.empty();
            case "point-of-no-return" -> now.settled().getAsBoolean() ? Optional.empty() : Optional.of(ALWAYS);
            case "outage-for-contact", "outage-for-users" -> outage(now);
            case "recovery-call" -> now.down().getAsBoolean() ? Optional.of(ALWAYS) : Optional.empty();
            case "result-for-support" -> now.isDeployed() && !now.supportGoesOn() ? Optional.empty() : result(now);
            case "result-for-contact", "result-for-users", "result-for-colleagues" -> result(now);
            default -> Optional.of(ALWAYS);
        };
    }

    /** A battery more is a result more, even where it ends as the one before did. */
    private static Optional<Claim> result(Circumstances now) {
        if (!now.settled().getAsBoolean()) {
            return Optional.empty();
        }
        var outcome = now.outcome().map(Outcome::name).orElse("OPEN");
        return Optional.of(new Claim(
                RESULT
                        + outcome
                        + " after %d batteries".formatted(now.batteries().getAsInt()),
                now.supportGoesOn() ? "in support" : ""));
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

    /**
     * What holds at the attempt to send.
     *
     * @param windowStart null where the request ended at once and named no window; no mail of it asks
     * @param phase where the intervention stands
     * @param answerBy until when a team or the client is asked to answer
     * @param asked whether the client got the question of this plan
     * @param onTime whether the notice comes as long before the window as was agreed
     * @param down whether the instance runs neither version and waits to be recovered
     * @param outage since when users cannot work; empty while they can
     * @param settled whether nobody is deploying, testing or rolling back
     * @param batteries how many were run
     */
    record Circumstances(
            Instant now,
            int revision,
            Instant windowStart,
            int minutes,
            Supplier<Phase> phase,
            Instant answerBy,
            BooleanSupplier asked,
            BooleanSupplier onTime,
            BooleanSupplier down,
            Optional<Instant> outage,
            BooleanSupplier settled,
            Optional<Outcome> outcome,
            Optional<Instant> supportUntil,
            IntSupplier batteries) {

        private boolean isIn(Phase... phases) {
            return Arrays.asList(phases).contains(phase.get());
        }

        private boolean beforeWindow() {
            return now.isBefore(windowStart);
        }

        private boolean inTimeToAnswer() {
            return now.isBefore(answerBy) && beforeWindow();
        }

        private boolean isDeployed() {
            return outcome.filter(Outcome.DEPLOYED::equals).isPresent();
        }

        private boolean supportGoesOn() {
            return supportUntil.filter(now::isBefore).isPresent();
        }

        private Claim plan() {
            return new Claim("revision %d, %s, %d minutes".formatted(revision, windowStart, minutes), "");
        }
    }
}
