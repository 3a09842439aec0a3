package com.athento.deployment.process;

import org.camunda.bpm.engine.ProcessEngineException;

/**
 * What was asked for is not done, and nothing has changed. The message is one sentence for the
 * person who asked: what is wrong, where, and what would be right. It reaches Tasklist, REST and
 * pages as exactly that sentence.
 */
public class Refused extends ProcessEngineException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a thing is refused; each door answers it with its own status. */
    public enum Reason {
        /** What was sent is wrong; sending something else helps (HTTP 400). */
        INVALID,
        /** Somebody was faster, or it is too late (HTTP 409). */
        LATE,
        /** The person may not do this (HTTP 403). */
        FORBIDDEN,
        /** There is nothing of that name (HTTP 404). */
        UNKNOWN
    }

    public Refused(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** Refuses what was sent: {@code Refused.because("downtimeMinutes: %s …", value)}. */
    public static Refused because(String sentence, Object... parts) {
        return new Refused(
                Reason.INVALID, parts.length == 0 ? sentence : sentence.formatted(parts));
    }

    /** Refuses because something happened in the meantime. */
    public static Refused late(String sentence, Object... parts) {
        return new Refused(Reason.LATE, parts.length == 0 ? sentence : sentence.formatted(parts));
    }

    public Reason reason() {
        return reason;
    }
}
