package com.athento.deployment.mail;

import com.athento.deployment.mail.LoggedMail.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One mailing that a job has to send.
 *
 * @param claim what the mail states now; empty if it would not be true, and is only kept on record as not sent
 * @param element of the model, that sends it
 * @param onRecord what an earlier attempt of the job put on record: it stays as it is, except that a mail which every
 *     recipient's server refused goes to addresses corrected since, and one that is overtaken is written anew for whom
 *     it has not reached
 */
record Sending(
        Mailing mailing,
        Optional<Claim> claim,
        Situation situation,
        String job,
        String element,
        List<LoggedMail> onRecord) {

    /** Whether nothing more has to go on record. */
    boolean isDone() {
        return claim.map(now -> isUnderWay() || isKnown(now)).orElse(!onRecord.isEmpty());
    }

    private boolean isUnderWay() {
        return onRecord.stream().anyMatch(mail -> mail.isSent() || mail.state() == State.SENDING)
                && overtaken().isEmpty();
    }

    /** Two steps may come to tell the same result, where the first could not in its time. */
    private boolean isKnown(Claim now) {
        return now.isOnce()
                && situation.told().stream()
                        .anyMatch(told -> told.mailing().equals(mailing)
                                && told.claim().essence().equals(now.essence()));
    }

    /** What waits to leave and is not true any more. */
    List<LoggedMail> overtaken() {
        return onRecord.stream().filter(mail -> mail.isOvertaken(claim)).toList();
    }

    /** Whom it cannot reach, or has told already what it states now. */
    Set<String> settled() {
        return onRecord.stream()
                .flatMap(mail -> Stream.concat(
                        mail.refused().keySet().stream(), claim.stream().flatMap(now -> mail.reached(now).stream())))
                .collect(Collectors.toSet());
    }
}
