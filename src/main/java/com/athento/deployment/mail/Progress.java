package com.athento.deployment.mail;

import com.athento.deployment.mail.LoggedMail.State;
import com.athento.deployment.post.Delivery;
import java.util.List;
import java.util.Optional;

/** How far one mailing gets in one attempt, over all its parts. */
class Progress {

    private final List<LoggedMail> parts;
    private Delivery soFar = Delivery.NOTHING;
    private boolean reached;
    private int settled;
    private int waiting;

    Progress(List<LoggedMail> parts) {
        this.parts = parts;
        this.reached = isAnySent();
    }

    private boolean isAnySent() {
        return parts.stream().anyMatch(LoggedMail::isSent);
    }

    private Mailing mailing() {
        return parts.get(0).mailing();
    }

    /** What has still to leave; where everybody was refused, all of it, since that may have changed. */
    List<LoggedMail> open() {
        var sending =
                parts.stream().filter(part -> part.state() == State.SENDING).toList();
        return !sending.isEmpty() || isAnySent()
                ? sending
                : parts.stream().map(LoggedMail::again).toList();
    }

    /** It is for another attempt. */
    void waits(LoggedMail part) {
        waiting += part.waiting();
    }

    /** Another attempt is through with it. */
    void doneMeanwhile(LoggedMail part) {
        reached |= part.isSent();
    }

    /** @param part as it stands after that */
    void add(Delivery delivery, LoggedMail part) {
        soFar = soFar.and(delivery);
        settled++;
        reached |= !part.accepted().isEmpty();
    }

    /** Of how many parts it is on record what this attempt came to. */
    int settled() {
        return settled;
    }

    /** Then the server is not asked again. */
    boolean isInTrouble() {
        return soFar.trouble().isPresent();
    }

    /** How many it has still to go to; nobody waits for a server in trouble. */
    int waiting() {
        return isInTrouble() ? 0 : waiting + soFar.postponed().size();
    }

    boolean cameFurther() {
        return soFar.isProgress();
    }

    /** What did not work. */
    Optional<MailNotSent> failure(String key) {
        if (isInTrouble()) {
            return soFar.trouble().map(trouble -> MailNotSent.trouble(mailing(), key, trouble));
        }
        if (!soFar.deferred().isEmpty()) {
            return Optional.of(MailNotSent.deferred(mailing(), key, soFar.deferred()));
        }
        return reached || settled == 0 || waiting() > 0
                ? Optional.empty()
                : Optional.of(MailNotSent.refused(mailing(), key, soFar.refused()));
    }
}
