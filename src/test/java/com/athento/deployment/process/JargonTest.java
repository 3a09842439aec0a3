package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JargonTest {

    private static final String OLD = "7d8ca4d5-cb7e-11f0-8de9-0242ac120002";

    private final ShortIds ids = new ShortIds();

    @RepeatedTest(100)
    void idsSayNothing() {
        assertThat(Jargon.without("Task '" + ids.getNextId() + "' is gone")).isEqualTo("Task is gone");
        assertThat(Jargon.without("Task " + ids.getNextId() + " is gone")).isEqualTo("Task is gone");
    }

    @RepeatedTest(100)
    void theModelIsCalledByItsKey() {
        assertThat(Jargon.without("No start of type-4-deployment:12:" + ids.getNextId() + " now"))
                .isEqualTo("No start of type-4-deployment now");
    }

    @Test
    void soIsWhatTheEngineMadeBefore() {
        assertThat(Jargon.without("Task (" + OLD + ") is gone")).isEqualTo("Task is gone");
        assertThat(Jargon.without("No start of type-4-deployment:12:" + OLD + " now"))
                .isEqualTo("No start of type-4-deployment now");
    }

    @Test
    void codesAndWhatWasTriedSayNothing() {
        assertThat(Jargon.without("Cannot submit task form " + ids.getNextId() + ": ENGINE-03051 The flag is missing"))
                .isEqualTo("The flag is missing");
    }

    @Test
    void aSentenceAboutAClassSaysNothingAtAll() {
        assertThat(Jargon.without("java.lang.IllegalStateException: no such flag"))
                .isEmpty();
    }

    /** As long as an id, or nearly so, and a word all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABCDEFGHIJKLMNOPQRSTUV",
                "0-to-5-approved-by-them",
                "0aB4567890123456789xy",
                "0aB45678901234567890xyz"
            })
    void wordsStay(String word) {
        assertThat(Jargon.without("See " + word + " again")).isEqualTo("See " + word + " again");
    }
}
