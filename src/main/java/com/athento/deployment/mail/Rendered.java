package com.athento.deployment.mail;

import com.athento.deployment.intervention.Token;

/** A mail as its reader sees it, but for the personal link in it. */
record Rendered(String subject, String html, String text) {

    /** Stands for the token of a personal link until the mail leaves. */
    static final String PERSONAL_LINK = "the-link-in-the-mail";

    boolean hasPersonalLink() {
        return html.contains(PERSONAL_LINK) || text.contains(PERSONAL_LINK);
    }

    Rendered with(Token link) {
        return new Rendered(
                subject,
                html.replace(PERSONAL_LINK, link.text()),
                text.replace(PERSONAL_LINK, link.text()));
    }
}
