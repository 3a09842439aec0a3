package com.athento.deployment.qa;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatteryTest {

    private static final String MAX = "9223372036854775807";

    @ParameterizedTest(name = "finished, {0} of {1}, {2} open: {3}")
    @CsvSource({
        "0, 0, 0, INCONCLUSIVE",
        "80, 100, 0, PASSED",
        "79, 100, 0, FAILED",
        "79, 100, 21, FAILED",
        "80, 100, 20, PASSED",
        "100, 100, 0, PASSED_ALL",
        "99, 100, 0, PASSED",
        "4, 5, 0, PASSED",
        "3, 5, 0, FAILED",
        "79, 99, 0, FAILED",
        "80, 99, 0, PASSED",
        "799, 999, 0, FAILED",
        "800, 999, 0, PASSED",
        "799999999, 1000000000, 0, FAILED",
        "800000000, 1000000000, 0, PASSED",
        "1, 1, 0, PASSED_ALL",
        "0, 1, 0, FAILED",
        "7378697629483820645, " + MAX + ", 0, FAILED",
        "7378697629483820646, " + MAX + ", 0, PASSED",
        MAX + ", " + MAX + ", 0, PASSED_ALL",
    })
    void finishedBatteryPassesFromExactlyEightyPercent(long passed, long total, long open, Verdict verdict) {
        assertThat(battery(total, passed, open, true).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "unfinished, {0} passed and {2} open of {1}: {3}")
    @CsvSource({
        "0, 0, 0, INCONCLUSIVE",
        "0, 100, 100, INCONCLUSIVE",
        "60, 100, 20, INCONCLUSIVE",
        "60, 100, 19, FAILED",
        "100, 100, 0, INCONCLUSIVE",
        "79, 100, 0, FAILED",
        "60, 99, 19, FAILED",
        "60, 99, 20, INCONCLUSIVE",
        "1, " + MAX + ", 7378697629483820645, INCONCLUSIVE",
        "1, " + MAX + ", 7378697629483820644, FAILED",
    })
    void unfinishedBatteryFailsOnceTheGateIsOutOfReach(long passed, long total, long open, Verdict verdict) {
        assertThat(battery(total, passed, open, false).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} = {1} + {2} + {3} + {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "100, 60, 20, 10, 10, -",
                "0, 0, 0, 0, 0, -",
                "100, 60, 20, 10, 9, 'qaTotal: ''100'' is not 60 passed + 20 failed + 10 blocked + 9 open, which is 99; correct one of them'",
                "-1, 0, 0, 0, -1, 'qaTotal: ''-1'' is negative; give 0 or more'",
                "1, 2, -1, 0, 0, 'qaFailed: ''-1'' is negative; give 0 or more'",
                "1, 2, 0, -1, 0, 'qaBlocked: ''-1'' is negative; give 0 or more'",
                "1, 2, 0, 0, -1, 'qaOpen: ''-1'' is negative; give 0 or more'",
                "1, -1, 2, 0, 0, 'qaPassed: ''-1'' is negative; give 0 or more'",
                // The sum overflows a long, back to the total.
                "-2, " + MAX + ", " + MAX + ", 0, 0, 'qaTotal: ''-2'' is negative; give 0 or more'",
                "0, "
                        + MAX
                        + ", "
                        + MAX
                        + ", 2, 0, 'qaTotal: ''0'' is not 9223372036854775807 passed + 9223372036854775807 failed + 2 blocked + 0 open, which is 18446744073709551616; correct one of them'",
            })
    void countsMustAddUp(long total, long passed, long failed, long blocked, long open, String sentence) {
        assertThat(new Battery(total, passed, failed, blocked, open, true)
                        .fault()
                        .map(Sentence::toString)
                        .orElse(null))
                .isEqualTo(sentence);
    }

    @Test
    void repeatedBatteryMayGrowButNotShrink() {
        assertThat(battery(100, 100, 0, true).faultAfter(100)).isEmpty();
        assertThat(battery(101, 101, 0, true).faultAfter(100)).isEmpty();
        assertThat(battery(99, 99, 0, true).faultAfter(100).map(Sentence::toString))
                .contains("qaTotal: '99' is fewer than the 100 tests of the battery before; repeat the whole battery");
    }

    private static Battery battery(long total, long passed, long open, boolean finished) {
        return new Battery(total, passed, total - passed - open, 0, open, finished);
    }
}
