package com.athento.deployment.mail;

import com.athento.deployment.intervention.Token;

/** A mail that one attempt has in hand to send it, with all that it says. */
record MailInHand(LoggedMail mail, Rendered rendered) {

    /** The same, with the personal link that this attempt carries. */
    MailInHand with(Token link) {
        return new MailInHand(mail, rendered.with(link));
    }
}
