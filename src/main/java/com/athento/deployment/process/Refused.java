package com.athento.deployment.process;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;

/**
 * What was asked for is not done, and nothing has changed. The message is one sentence for the person who asked: what
 * is wrong, where, and what would be right; or several, where several things are wrong. It reaches Tasklist, REST and
 * pages as exactly that, in the language of whoever reads it there.
 */
public class Refused extends ProcessEngineException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** One for each thing that is wrong. */
    private final ArrayList<Sentence> sentences;

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

    public Refused(Reason reason, String code, Object... parts) {
        this(reason, List.of(Sentence.of(code, parts)));
    }

    public Refused(Reason reason, Sentence sentence) {
        this(reason, List.of(sentence));
    }

    Refused(Reason reason, List<Sentence> sentences) {
        super(text(sentences, Language.EN));
        this.reason = reason;
        this.sentences = new ArrayList<>(sentences);
    }

    /** Refuses what was sent: {@code Refused.because("refused.plain", text)}. */
    public static Refused because(String code, Object... parts) {
        return new Refused(Reason.INVALID, code, parts);
    }

    /** Refuses because something happened in the meantime. */
    public static Refused late(String code, Object... parts) {
        return new Refused(Reason.LATE, code, parts);
    }

    private static String text(List<Sentence> sentences, Language language) {
        return sentences.stream().map(sentence -> sentence.in(language)).collect(Collectors.joining(". "));
    }

    /** What the exception says in English, to programs and in logs, for somebody who reads that language. */
    public String message(Language language) {
        return text(sentences, language);
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong, field by field; empty where the sentence is about no field. */
    public List<Fault> faults(Language language) {
        return sentences.stream()
                .flatMap(sentence -> Fault.in(sentence.in(language)).stream())
                .toList();
    }

    /** One for each thing that is wrong. */
    public List<Sentence> sentences() {
        return List.copyOf(sentences);
    }
}
