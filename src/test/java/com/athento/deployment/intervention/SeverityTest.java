package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeverityTest {

    @Test
    void whatIsWorseComesFirstInTheTaskList() {
        var byPriority = Stream.of(Severity.values())
                .sorted(Comparator.comparingInt(Severity::priority).reversed())
                .toList();

        assertThat(byPriority)
                .containsExactly(
                        Severity.BLOCKER,
                        Severity.CRITICAL,
                        Severity.MAJOR,
                        Severity.MINOR,
                        Severity.TRIVIAL,
                        Severity.NONE);
    }
}
