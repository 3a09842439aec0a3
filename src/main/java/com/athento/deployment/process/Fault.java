package com.athento.deployment.process;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that is wrong with what was submitted.
 *
 * @param field the variable that it is about
 * @param message the sentence about it, which begins with the field
 */
public record Fault(String field, String message) implements Serializable {

    private static final Pattern OF_A_FIELD = Pattern.compile("([a-z]\\w*): .*", Pattern.DOTALL);

    /** The fault of which a sentence speaks; nothing if it names no field. */
    static Optional<Fault> in(String sentence) {
        var field = OF_A_FIELD.matcher(sentence);
        return field.matches() ? Optional.of(new Fault(field.group(1), sentence)) : Optional.empty();
    }
}
