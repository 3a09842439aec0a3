package com.athento.deployment.intervention;

/**
 * One thing that a check found.
 *
 * @param code what it is about
 * @param severity an error stops the request, a warning does not
 * @param message one sentence for the requester and the approvers
 * @param exceptionPossible whether the approvers may let it pass with a justification
 */
public record Finding(Code code, Gravity severity, String message, boolean exceptionPossible) {

    /** What was found. */
    public enum Code {
        LEAD_TIME,
        SAME_INSTANCE,
        MAJOR_VERSION,
        STALE,
        TOO_LATE_FOR_CONSENT,
        WAIT_FOR_UPDATE,
        FROM_VERSION_CHANGED
    }

    /** How much it weighs. */
    public enum Gravity {
        ERROR,
        WARNING
    }

    public static Finding error(Code code, String message) {
        return new Finding(code, Gravity.ERROR, message, true);
    }

    public static Finding warning(Code code, String message) {
        return new Finding(code, Gravity.WARNING, message, true);
    }

    public boolean stops() {
        return severity == Gravity.ERROR;
    }
}
