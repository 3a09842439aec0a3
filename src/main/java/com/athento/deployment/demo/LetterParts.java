package com.athento.deployment.demo;

import com.athento.deployment.demo.Letter.Attachment;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The first HTML and the first plain text are the letter; all else comes with it. */
final class LetterParts {

    private final List<Attachment> attachments = new ArrayList<>();
    private String html;
    private String text;

    void take(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                take(several.getBodyPart(i));
            }
        } else if (html == null && isBody(part, "text/html")) {
            html = String.valueOf(part.getContent());
        } else if (text == null && isBody(part, "text/plain")) {
            text = String.valueOf(part.getContent());
        } else {
            attachments.add(attachment(part));
        }
    }

    private static boolean isBody(Part part, String type) throws MessagingException {
        return part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    String html() {
        return html;
    }

    String text() {
        return text;
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    private Attachment attachment(Part part) throws MessagingException, IOException {
        var bytes = part.getInputStream().readAllBytes();
        return new Attachment(
                name(part),
                part.getContentType().replaceAll("\\s+", " "),
                bytes.length,
                Base64.getEncoder().encodeToString(bytes),
                part.isMimeType("text/*") ? new String(bytes, StandardCharsets.UTF_8) : null);
    }

    private String name(Part part) throws MessagingException, IOException {
        if (part.getFileName() != null) {
            return MimeUtility.decodeText(part.getFileName());
        }
        return part.isMimeType("text/calendar") ? "invite.ics" : "part-" + (attachments.size() + 1);
    }
}
