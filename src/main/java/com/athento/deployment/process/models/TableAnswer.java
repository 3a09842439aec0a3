package com.athento.deployment.process.models;

import com.athento.deployment.intervention.Choice;
import com.athento.deployment.intervention.Language;
import java.util.Map;

/** What a table answered: its outputs by name. */
public record TableAnswer(Map<String, Object> outputs) {

    /**
     * A word.
     *
     * @throws IllegalArgumentException if there is another or none
     */
    public <E extends Enum<E>> E word(String output, Class<E> words) {
        var choice = new Choice<>(words);
        var said = String.valueOf(outputs.get(output));
        return choice.find(said)
                .orElseThrow(() -> new IllegalArgumentException("%s: '%s' %s"
                        .formatted(output, said, choice.whatWouldBeRight().in(Language.EN))));
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
