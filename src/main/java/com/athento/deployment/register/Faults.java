package com.athento.deployment.register;

import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that is wrong with an entry or a file, so that it is told at once. */
final class Faults {

    private final List<Sentence> sentences = new ArrayList<>();

    /** @param place where it stands, such as {@code line 12}; empty where the reader can tell */
    void add(String place, Sentence sentence) {
        sentences.add(place.isEmpty() ? sentence : Sentence.of("refused.register.at", place, sentence));
    }

    /** What somebody gave, unless it is refused: then that is a fault. */
    <T> Optional<T> reading(String place, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refused wrong) {
            wrong.sentences().forEach(sentence -> add(place, sentence));
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    List<Sentence> sentences() {
        return List.copyOf(sentences);
    }

    /** As one; there must be any. */
    Sentence all() {
        return sentences.stream()
                .reduce((one, other) -> Sentence.of("refused.register.several", one, other))
                .orElseThrow();
    }
}
