package com.athento.deployment.consent.web;

import com.athento.deployment.intervention.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with a form, in the client's language.
 *
 * @param byField a sentence for each field, in the order in which they were looked at; of several the last one
 */
record Problems(Words words, Map<String, String> byField) {

    static Problems in(Words words) {
        return new Problems(words, new LinkedHashMap<>());
    }

    void add(String field, String sentence, Object... values) {
        byField.put(field, words.of(sentence, values));
    }

    void missing(String field, String text, String sentence) {
        if (text.isEmpty()) {
            add(field, sentence);
        }
    }

    void tooLong(String field, String text, int longest) {
        if (text.length() > longest) {
            add(field, "consent-page.too-long", text.length(), longest);
        }
    }
}
