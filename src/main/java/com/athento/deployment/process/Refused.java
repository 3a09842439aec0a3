package com.athento.deployment.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngineException;

/**
 * What was asked for is not done, and nothing has changed. The message is one sentence for the person who asked: what
 * is wrong, where, and what would be right; or several, where several things are wrong. It reaches Tasklist, REST and
 * pages as exactly that.
 */
public class Refused extends ProcessEngineException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** One for each thing that is wrong. */
    private final ArrayList<String> sentences;

    /** Why a thing is refused; each door answers it with its own status. */
    public enum Reason {
        /** What was sent is wrong; sending something else helps (HTTP 400). */
        INVALID,
        /** Somebody was faster, or it is too late (HTTP 409). */
        LATE,
        /** The person may not do this (HTTP 403). */
        FORBIDDEN,
        /** There is nothing of that name (HTTP 404). */
        UNKNOWN,
        /** It was tried too often; later it is possible again (HTTP 429). */
        TOO_OFTEN
    }

    public Refused(Reason reason, String sentence) {
        this(reason, List.of(sentence));
    }

    Refused(Reason reason, List<String> sentences) {
        super(String.join(". ", sentences));
        this.reason = reason;
        this.sentences = new ArrayList<>(sentences);
    }

    /** Refuses what was sent: {@code Refused.because("downtimeMinutes: %s …", value)}. */
    public static Refused because(String sentence, Object... parts) {
        return new Refused(Reason.INVALID, filled(sentence, parts));
    }

    /** Refuses because something happened in the meantime. */
    public static Refused late(String sentence, Object... parts) {
        return new Refused(Reason.LATE, filled(sentence, parts));
    }

    /** The same on every machine, whatever language it is set to. */
    private static String filled(String sentence, Object... parts) {
        return parts.length == 0 ? sentence : String.format(Locale.ROOT, sentence, parts);
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong, field by field; empty where the sentence is about no field. */
    public List<Fault> faults() {
        return sentences.stream()
                .flatMap(sentence -> Fault.in(sentence).stream())
                .toList();
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
