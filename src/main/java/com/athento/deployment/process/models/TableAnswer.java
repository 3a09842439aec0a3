package com.athento.deployment.process.models;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a table answered: its outputs by name. */
public record TableAnswer(Map<String, Object> outputs) {

    /**
     * A word.
     *
     * @throws IllegalArgumentException if there is another or none
     */
    public <E extends Enum<E>> E word(String output, Class<E> words) {
        var said = outputs.get(output);
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(said))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s: '%s' is not known; give one of %s"
                        .formatted(
                                output,
                                said,
                                Arrays.stream(words.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int whole(String output) {
        if (outputs.get(output) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException("%s: '%s' is not a whole number; give one, and the column the type integer"
                .formatted(output, outputs.get(output)));
    }
}
