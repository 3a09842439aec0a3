package com.athento.deployment.mail;

import biweekly.property.Method;
import biweekly.property.Status;
import java.util.Optional;

/** What an entry in a calendar says of its date. */
enum Standing {
    TENTATIVE,
    CONFIRMED,
    /** It stays in sight where it stood, as uncertain, until the new date is asked for. */
    MOVED,
    CANCELLED;

    /** Empty where a mail carries no entry. */
    static Optional<Standing> after(Mailing mailing) {
        return Optional.ofNullable(
                switch (mailing.template()) {
                    case "consent-request" -> TENTATIVE;
                    case "window-confirmed", "window-for-colleagues" -> CONFIRMED;
                    case "change-for-contact", "change-for-colleagues" -> MOVED;
                    case "ending-for-contact", "ending-for-colleagues" -> CANCELLED;
                    default -> null;
                });
    }

    Status status() {
        return switch (this) {
            case TENTATIVE, MOVED -> Status.tentative();
            case CONFIRMED -> Status.confirmed();
            case CANCELLED -> Status.cancelled();
        };
    }

    boolean takesBack() {
        return this == MOVED || this == CANCELLED;
    }

    Method method() {
        return this == CANCELLED ? Method.cancel() : Method.request();
    }
}
