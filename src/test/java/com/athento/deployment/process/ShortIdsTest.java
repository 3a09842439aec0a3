package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShortIdsTest {

    private static final int MANY = 100_000;

    private final ShortIds ids = new ShortIds();

    @Test
    void areTwentyTwoDigitsAndLetters() {
        assertThat(ids.getNextId()).hasSize(22).matches(ShortIds.FORM);
    }

    /** Two nodes, each with threads of its own. */
    @Test
    void noneComesTwice() {
        var other = new ShortIds();
        var seen = ConcurrentHashMap.<String>newKeySet();

        Stream.of(ids, other)
                .parallel()
                .forEach(node -> IntStream.range(0, MANY).parallel().forEach(number -> seen.add(node.getNextId())));

        assertThat(seen).hasSize(2 * MANY);
    }

    @Test
    void areInTheOrderInWhichTheyWereMade() {
        var made = Stream.generate(ids::getNextId).limit(MANY).toList();

        assertThat(made).isSorted();
    }

    /** What is made in one hour shares its first letters, and so the pages of an index. */
    @Test
    void whatIsMadeTogetherStandsTogether() {
        var first = ids.getNextId();

        assertThat(ids.getNextId()).startsWith(first.substring(0, 4));
    }
}
