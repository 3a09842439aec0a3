package com.athento.deployment.mail;

import java.util.List;

/** The lines of a text, so that its line breaks are seen in HTML too. */
class Lines {

    public List<String> of(String text) {
        return text == null
                ? List.of()
                : text.replace(Templates.THEIR_LINE_BREAK, "\n").lines().toList();
    }
}
