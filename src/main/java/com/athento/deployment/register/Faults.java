package com.athento.deployment.register;

import com.athento.deployment.process.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that is wrong with an entry or a file, so that it is told at once. */
final class Faults {

    private final List<String> sentences = new ArrayList<>();

    /** @param place where it stands, such as {@code line 12}; empty where the reader can tell */
    void add(String place, String sentence) {
        sentences.add(place.isEmpty() ? sentence : place + ": " + sentence);
    }

    /** What somebody gave, unless it is refused: then that is a fault. */
    <T> Optional<T> reading(String place, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refused wrong) {
            add(place, wrong.getMessage());
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
