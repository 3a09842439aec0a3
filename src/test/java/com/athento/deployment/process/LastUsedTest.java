package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastUsedTest {

    @Test
    void forgetsWhatWasNotAskedForForLongest() {
        var three = LastUsed.<String, Integer>of(3);
        three.put("a", 1);
        three.put("b", 2);
        three.put("c", 3);
        three.get("a");

        three.put("d", 4);

        assertThat(three.keySet()).containsExactlyInAnyOrder("a", "c", "d");
    }
}
