package com.athento.deployment.register;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with an entry or a file, so that it is told at once. */
final class Faults {

    private final List<String> sentences = new ArrayList<>();

    /** @param place where it stands, such as {@code line 12}; empty where the reader can tell */
    void add(String place, String sentence) {
        sentences.add(place.isEmpty() ? sentence : place + ": " + sentence);
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
