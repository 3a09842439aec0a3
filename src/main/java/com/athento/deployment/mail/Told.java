package com.athento.deployment.mail;

import com.athento.deployment.intervention.Window;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a mail of an intervention said to whom.
 *
 * @param job the job that sent or sends it
 * @param reached its recipients without those whom the mail server refused
 * @param windowStart the window that it spoke of; null where the request ended at once and named none: nobody is told
 *     anything after that
 * @param withEntry whether it carried a calendar entry
 * @param claim what it stated
 */
record Told(
        String job,
        Mailing mailing,
        LoggedMail.State state,
        Envelope reached,
        Instant windowStart,
        int downtimeMinutes,
        boolean withEntry,
        Claim claim) {

    /** Whether its reader counts as told: also by a mail that is still on its way. */
    boolean counts() {
        return state == LoggedMail.State.SENDING || state == LoggedMail.State.SENT;
    }

    boolean to(Recipients.Reader reader) {
        return mailing.recipients().reader() == reader;
    }

    boolean of(Instant start, int minutes) {
        return start.equals(windowStart) && downtimeMinutes == minutes;
    }

    Window window(ZoneId zone) {
        return new Window(windowStart, zone, downtimeMinutes);
    }
}
