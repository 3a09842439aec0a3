package com.athento.deployment.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * A mail as it travels: plain text and HTML of the same, and where it speaks of a date, an entry
 * for the calendar. Its headers are the same in every attempt; it goes only to those who have not
 * got it yet.
 */
class Letter extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final List<InternetAddress> recipients;

    Letter(
            Session session,
            LoggedMail mail,
            List<InternetAddress> recipients,
            String interventionKey,
            InternetAddress from,
            InternetAddress replyTo,
            Instant now)
            throws MessagingException {
        super(session);
        this.recipients = List.copyOf(recipients);

        setHeader("Message-ID", mail.messageId());
        setFrom(from);
        setReplyTo(new Address[] {replyTo});
        if (mail.envelope().to().isEmpty() && mail.envelope().cc().isEmpty()) {
            setHeader("To", "undisclosed-recipients:;");
        } else {
            header(RecipientType.TO, mail.envelope().to());
            header(RecipientType.CC, mail.envelope().cc());
        }
        setSubject(mail.rendered().subject(), UTF_8);
        setSentDate(Date.from(now));
        // RFC 3834, and what Exchange understands instead: no answer from a machine, please.
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
        setHeader("X-Intervention", interventionKey);
        var forms =
                new MimeMultipart(
                        "alternative",
                        part(mail.rendered().text(), "plain"),
                        part(mail.rendered().html(), "html"));
        if (mail.rendered().entry().isPresent()) {
            forms.addBodyPart(calendar(mail.rendered()));
        }
        setContent(forms);
    }

    /** Whom the SMTP conversation names, whatever the headers show. */
    @Override
    public Address[] getAllRecipients() {
        return recipients.toArray(Address[]::new);
    }

    /** What is no address is in the log as refused, and in no header. */
    private void header(Message.RecipientType type, List<String> addresses)
            throws MessagingException {
        setRecipients(
                type,
                addresses.stream()
                        .flatMap(address -> MailServer.parse(address).stream())
                        .toArray(Address[]::new));
    }

    /** RFC 6047: the method of the header and that of the entry are one. */
    private static MimeBodyPart calendar(Rendered mail) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(
                                mail.entry().orElseThrow().getBytes(StandardCharsets.UTF_8),
                                "text/calendar; method=%s; charset=UTF-8"
                                        .formatted(mail.entryMethod().orElseThrow()))));
        return part;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }
}
