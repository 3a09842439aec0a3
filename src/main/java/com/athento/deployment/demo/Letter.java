package com.athento.deployment.demo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A mail as the reader's program takes it apart.
 *
 * @param sentAt when the server took it
 * @param bcc everybody that the server was told to deliver it to, whatever the mail itself says
 * @param headers by name; several of one name on lines of their own
 * @param html null if it has none; likewise text
 */
record Letter(
        long id,
        Instant sentAt,
        String from,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        String subject,
        Map<String, String> headers,
        String html,
        String text,
        List<Attachment> attachments) {

    /**
     * What comes with a mail.
     *
     * @param content Base64
     * @param text the same to read, if it is text; otherwise null
     */
    record Attachment(String name, String contentType, int size, String content, String text) {

        @JsonIgnore
        byte[] bytes() {
            return Base64.getDecoder().decode(content);
        }
    }

    static Letter read(long id, Instant arrivedAt, List<String> recipients, String raw) {
        try {
            var mail = new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
            var parts = new LetterParts();
            parts.take(mail);
            return new Letter(
                    id,
                    arrivedAt,
                    String.join(", ", addresses(mail.getFrom())),
                    addresses(mail.getRecipients(Message.RecipientType.TO)),
                    addresses(mail.getRecipients(Message.RecipientType.CC)),
                    recipients,
                    mail.getSubject() == null ? "" : mail.getSubject(),
                    headers(mail),
                    parts.html(),
                    parts.text(),
                    parts.attachments());
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException("mail " + id + " cannot be read", unreadable);
        }
    }

    private static List<String> addresses(Address[] addresses) {
        return Stream.ofNullable(addresses)
                .flatMap(Arrays::stream)
                .map(address ->
                        address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString())
                .toList();
    }

    private static Map<String, String> headers(MimeMessage mail) throws MessagingException, IOException {
        var headers = new LinkedHashMap<String, String>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            headers.merge(
                    header.getName(),
                    MimeUtility.decodeText(MimeUtility.unfold(header.getValue())),
                    (first, next) -> first + "\n" + next);
        }
        return headers;
    }
}
