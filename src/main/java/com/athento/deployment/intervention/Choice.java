package com.athento.deployment.intervention;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the words of an enumeration, as they are written: exactly, in capitals. */
public record Choice<E extends Enum<E>>(Class<E> words) {

    public Optional<E> find(String written) {
        return Stream.of(words.getEnumConstants())
                .filter(word -> word.name().equals(written))
                .findFirst();
    }

    public List<E> all() {
        return List.of(words.getEnumConstants());
    }

    /** What a text that is none should have been; ends a sentence that begins with it. */
    public Sentence whatWouldBeRight() {
        return Sentence.of("refused.value.word", this);
    }

    @Override
    public String toString() {
        return all().stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
