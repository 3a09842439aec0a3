package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.EXCEPTION_REASON;
import static com.athento.deployment.process.Variables.REQUESTER_DECISION;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.process.Refused;
import com.athento.deployment.schedule.ClientTime;
import java.time.Instant;
import java.util.Optional;

/** When a request may go on in spite of what was found. */
final class Exceptions {

    private static final int LONGEST = 4000;

    private Exceptions() {}

    /**
     * @param cause why the request came back after it had passed the check, if it did
     * @throws Refused if no finding is open, or the window has passed
     */
    static void check(Revision revision, Optional<ReplanCause> cause, Instant now) {
        if (!isOpen(revision, cause)) {
            throw Refused.because("refused.exception.no-finding", REQUESTER_DECISION);
        }
        var window = revision.plan().window();
        if (!window.start().isAfter(now)) {
            throw Refused.because(
                    "refused.exception.window-passed",
                    REQUESTER_DECISION,
                    ClientTime.of(window.start(), window.zone()));
        }
    }

    /** Whether it makes sense to ask for one. */
    static boolean arePossible(Revision revision, Optional<ReplanCause> cause, Instant now) {
        return isOpen(revision, cause) && revision.plan().window().start().isAfter(now);
    }

    /** An exception settles what was found before it; being too late is found after it. */
    private static boolean isOpen(Revision revision, Optional<ReplanCause> cause) {
        return revision.findings().stream().anyMatch(Finding::stops)
                && (revision.exceptionReason().isEmpty()
                        || cause.filter(ReplanCause.TOO_LATE::equals).isPresent());
    }

    /** Approvers read every reason that was given for this revision. */
    static String together(Optional<String> earlier, String reason) {
        var together = earlier.map(first -> first + "\n\n" + reason).orElse(reason);
        if (together.length() > LONGEST) {
            throw Refused.because("refused.exception.too-long", EXCEPTION_REASON, together.length(), LONGEST);
        }
        return together;
    }
}
