package com.athento.deployment.mail;

import com.athento.deployment.mail.LoggedMail.State;
import java.util.List;
import java.util.Optional;

/**
 * What is on record for a job that sends.
 *
 * @param mails those that are still true
 * @param inHand what this attempt has in hand already; else each is taken when its turn comes
 */
record Begun(List<LoggedMail> mails, List<MailInHand> inHand) {

    Begun {
        mails = mails.stream().filter(mail -> mail.state() != State.OBSOLETE).toList();
    }

    static Begun onRecord(List<LoggedMail> mails) {
        return new Begun(mails, List.of());
    }

    /** The mail with all that it says, if this attempt has it in hand already. */
    Optional<MailInHand> inHand(LoggedMail mail) {
        return inHand.stream()
                .filter(one -> one.mail().messageId().equals(mail.messageId()))
                .findFirst();
    }
}
