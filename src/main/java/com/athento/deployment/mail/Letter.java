package com.athento.deployment.mail;

import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.post.Mail;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A mail as it travels: plain text and HTML of the same, and where it speaks of a date, an entry for the calendar. Its
 * headers are the same in every attempt, whomever that goes to.
 */
class Letter extends Mail {

    /** Without this mark some take it for the encoding of their country. */
    private static final String SPREADSHEETS_READ_UTF_8 = "\uFEFF";

    Letter(
            Session session,
            MailInHand mail,
            String interventionKey,
            InternetAddress from,
            InternetAddress replyTo,
            Instant now)
            throws MessagingException {
        super(session, mail.mail().messageId(), from, mail.rendered().subject(), now);
        setReplyTo(new Address[] {replyTo});
        addressTo(mail.mail().envelope());
        setHeader("X-Intervention", interventionKey);
        if (mail.mail().mailing().isUrgent()) {
            markUrgent();
        }
        var file = mail.rendered().file();
        setContent(
                file.isPresent()
                        ? withFile(forms(mail.rendered()), table(file.get(), interventionKey))
                        : forms(mail.rendered()));
    }

    private void addressTo(Envelope envelope) throws MessagingException {
        setRecipients(RecipientType.TO, shown(envelope.to()));
        setRecipients(RecipientType.CC, shown(envelope.cc()));
        if (getAllRecipients() == null) {
            setHeader("To", TO_NOBODY_NAMED);
        }
    }

    /**
     * What is no address is in the log as refused, and in no header. Nor is one beyond ASCII: a header that has it can
     * be passed on only by servers that know it, and others read it, too.
     */
    private static Address[] shown(List<String> addresses) {
        return addresses.stream()
                .flatMap(address -> MailAddress.read(address).stream())
                .filter(MailAddress::isAscii)
                .map(Letter::shown)
                .toArray(Address[]::new);
    }

    private static InternetAddress shown(MailAddress address) {
        var one = new InternetAddress();
        one.setAddress(address.text());
        return one;
    }

    private static MimeMultipart forms(Rendered mail) throws MessagingException {
        var forms = new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html"));
        if (mail.entry().isPresent()) {
            forms.addBodyPart(calendar(mail));
        }
        return forms;
    }

    private static MimeMultipart withFile(MimeMultipart forms, MimeBodyPart file) throws MessagingException {
        var mail = new MimeBodyPart();
        mail.setContent(forms);
        return new MimeMultipart("mixed", mail, file);
    }

    private static MimeBodyPart table(String csv, String interventionKey) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                (SPREADSHEETS_READ_UTF_8 + csv).getBytes(StandardCharsets.UTF_8), "text/csv; charset=UTF-8")));
        part.setFileName(interventionKey + ".csv");
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    /** RFC 6047: the method of the header and that of the entry are one. */
    private static MimeBodyPart calendar(Rendered mail) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                mail.entry().orElseThrow().getBytes(StandardCharsets.UTF_8),
                "text/calendar; method=%s; charset=UTF-8"
                        .formatted(mail.entryMethod().orElseThrow()))));
        return part;
    }
}
