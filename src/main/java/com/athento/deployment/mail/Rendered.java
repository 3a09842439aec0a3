package com.athento.deployment.mail;

import com.athento.deployment.intervention.Token;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail as its reader sees it, but for the personal link in it.
 *
 * @param entry what it puts into the reader's calendar
 * @param file a table that it brings along, as CSV
 */
record Rendered(String subject, String html, String text, Optional<String> entry, Optional<String> file) {

    private static final Pattern METHOD = Pattern.compile("(?m)^METHOD:(\\w+)");

    /** Stands for the token of a personal link until the mail leaves. */
    static final String PERSONAL_LINK = "the-link-in-the-mail";

    boolean hasPersonalLink() {
        return html.contains(PERSONAL_LINK) || text.contains(PERSONAL_LINK);
    }

    Rendered with(Token link) {
        return new Rendered(
                subject,
                html.replace(PERSONAL_LINK, link.text()),
                text.replace(PERSONAL_LINK, link.text()),
                entry,
                file);
    }

    Rendered with(Optional<String> calendarEntry) {
        return new Rendered(subject, html, text, calendarEntry, file);
    }

    Rendered bringing(Optional<String> table) {
        return new Rendered(subject, html, text, entry, table);
    }

    /** What the entry asks of the reader's calendar; mail programs want it in a header, too. */
    Optional<String> entryMethod() {
        return entry.flatMap(lines -> METHOD.matcher(lines).results().findFirst())
                .map(method -> method.group(1));
    }
}
