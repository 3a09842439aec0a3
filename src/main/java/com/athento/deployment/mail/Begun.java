package com.athento.deployment.mail;

import com.athento.deployment.mail.LoggedMail.State;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is on record for a job that sends.
 *
 * @param mails those that are still true
 * @param isInHand whether this attempt has all of them in hand already; else each is taken when its turn comes
 */
record Begun(List<LoggedMail> mails, boolean isInHand) {

    Begun {
        mails = mails.stream().filter(mail -> mail.state() != State.OBSOLETE).toList();
    }

    static Begun inHand(List<LoggedMail> mails) {
        return new Begun(mails, true);
    }

    Begun with(UnaryOperator<List<LoggedMail>> links) {
        return new Begun(links.apply(mails), isInHand);
    }

    static Begun onRecord(List<LoggedMail> mails) {
        return new Begun(mails, false);
    }
}
