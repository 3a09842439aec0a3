package com.athento.deployment.post;

import com.athento.deployment.intervention.MailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** What all our mails have in common, whoever writes them. */
public class Mail extends SMTPMessage {

    /** Whoever gets it is named in no header (RFC 5322, section 3.4). */
    public static final String TO_NOBODY_NAMED = "undisclosed-recipients:;";

    private static final String UTF_8 = "UTF-8";

    /** @param id the same in each attempt, so that a server that has it already knows it again */
    public Mail(Session session, String id, InternetAddress from, String subject, Instant now)
            throws MessagingException {
        super(session);
        setHeader("Message-ID", id);
        setFrom(from);
        setSubject(subject, UTF_8);
        setSentDate(Date.from(now));
        // RFC 3834, and what Exchange understands instead: no answer from a machine, please.
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
    }

    /** Shows its only reader, unless servers or programs on the way might not know the letters of the address. */
    public final void addressTo(String address) throws MessagingException {
        setHeader(
                "To",
                MailAddress.read(address)
                        .filter(MailAddress::isAscii)
                        .map(MailAddress::text)
                        .orElse(TO_NOBODY_NAMED));
    }

    /** RFC 2156, and what mail programs of before and after it read. */
    public final void markUrgent() throws MessagingException {
        setHeader("Importance", "high");
        setHeader("Priority", "urgent");
        setHeader("X-Priority", "1");
    }

    /** One form of the same text: {@code plain} or {@code html}. */
    public static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }
}
