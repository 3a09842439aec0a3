package com.athento.deployment.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value as it was written, in YAML or in JSON.
 *
 * @param place where it stands, such as {@code line 12}; empty where the reader can tell
 * @param text present for a single value
 * @param items present for a list
 * @param entries present for a list of names and values; null stands for an empty value
 * @param bare whether the text is a number or a truth value of JSON: how somebody wrote it, 24.10 for instance, is lost
 *     then
 */
record Written(
        String place,
        Optional<String> text,
        Optional<List<Written>> items,
        Optional<Map<String, Written>> entries,
        boolean bare) {

    static Written text(String place, String text) {
        return new Written(place, Optional.of(text), Optional.empty(), Optional.empty(), false);
    }

    static Written bare(String place, String text) {
        return new Written(place, Optional.of(text), Optional.empty(), Optional.empty(), true);
    }

    static Written items(String place, List<Written> items) {
        return new Written(place, Optional.empty(), Optional.of(items), Optional.empty(), false);
    }

    static Written entries(String place, Map<String, Written> entries) {
        return new Written(place, Optional.empty(), Optional.empty(), Optional.of(entries), false);
    }

    static Written nothing(String place) {
        return new Written(place, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    boolean isNothing() {
        return text.isEmpty() && items.isEmpty() && entries.isEmpty();
    }
}
