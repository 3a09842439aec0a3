package com.athento.deployment.post;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;

/** How much hurry a mail is in. */
public final class Priority {

    private Priority() {}

    /** RFC 2156, and what mail programs of before and after it read. */
    public static void urgent(Message letter) throws MessagingException {
        letter.setHeader("Importance", "high");
        letter.setHeader("Priority", "urgent");
        letter.setHeader("X-Priority", "1");
    }
}
