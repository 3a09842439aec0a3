package com.athento.deployment.intervention;

import java.util.EnumSet;
import java.util.Set;

/**
 * One thing that a check found.
 *
 * @param code what it is about
 * @param severity an error stops the request, a warning does not
 * @param message one sentence for the requester and the approvers, in English
 * @param exceptionPossible whether the approvers may let it pass with a justification
 * @param sentence the message, in whatever language; null in what was found before there were two
 */
public record Finding(Code code, Gravity severity, String message, boolean exceptionPossible, Sentence sentence) {

    /** What was found. */
    public enum Code {
        LEAD_TIME,
        WORKING_HOURS,
        MAINTENANCE_WINDOW,
        FREEZE,
        CAPACITY,
        SAME_INSTANCE,
        MAJOR_VERSION,
        NOT_PROVEN,
        FIX_LOST,
        STALE,
        TOO_LATE_FOR_CONSENT,
        WAIT_FOR_UPDATE,
        FROM_VERSION_CHANGED;

        private static final Set<Code> OF_THE_WINDOW =
                EnumSet.of(LEAD_TIME, WORKING_HOURS, MAINTENANCE_WINDOW, FREEZE, CAPACITY);

        /** Whether another window may be without it. */
        public boolean ofTheWindow() {
            return OF_THE_WINDOW.contains(this);
        }
    }

    /** How much it weighs. */
    public enum Gravity {
        ERROR,
        WARNING
    }

    /** @param sentence with nothing in it but numbers and texts, since it is kept as JSON */
    public Finding(Code code, Gravity severity, Sentence sentence, boolean exceptionPossible) {
        this(code, severity, sentence.toString(), exceptionPossible, sentence);
    }

    public static Finding error(Code code, Sentence sentence) {
        return new Finding(code, Gravity.ERROR, sentence, true);
    }

    public static Finding warning(Code code, Sentence sentence) {
        return new Finding(code, Gravity.WARNING, sentence, true);
    }

    public boolean stops() {
        return severity == Gravity.ERROR;
    }

    public String in(Language language) {
        return sentence == null ? message : sentence.in(language);
    }
}
