package com.athento.deployment.register;

import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Everything that is wrong with an entry or a file, so that it is told at once. */
final class Faults {

    private final List<Sentence> sentences;
    private final UnaryOperator<Sentence> about;

    Faults() {
        this(new ArrayList<>(), UnaryOperator.identity());
    }

    private Faults(List<Sentence> sentences, UnaryOperator<Sentence> about) {
        this.sentences = sentences;
        this.about = about;
    }

    /** The same faults; what is added to these says in each sentence what it is about. */
    Faults about(UnaryOperator<Sentence> said) {
        return new Faults(sentences, said);
    }

    /** @param place where it stands, such as {@code line 12}; empty where the reader can tell */
    void add(String place, Sentence sentence) {
        var said = about.apply(sentence);
        sentences.add(place.isEmpty() ? said : Sentence.of("refused.register.at", place, said));
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
