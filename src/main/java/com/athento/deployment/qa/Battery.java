package com.athento.deployment.qa;

import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Verdict;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run of the documented tests, as counts: a quotient would blur the edge of the gate. The arithmetic is exact for any
 * count.
 *
 * @param total all tests of the battery
 * @param open untested or to be tested again
 * @param finished whether nobody goes on testing
 */
record Battery(long total, long passed, long failed, long blocked, long open, boolean finished) {

    private static final BigInteger PERCENT = BigInteger.valueOf(100);

    /** Why these counts are none of a battery, if so. */
    Optional<Sentence> fault() {
        return Stream.of(
                        negative("qaTotal", total),
                        negative("qaPassed", passed),
                        negative("qaFailed", failed),
                        negative("qaBlocked", blocked),
                        negative("qaOpen", open),
                        wrongSum())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Why it cannot follow a battery of so many tests, if so. */
    Optional<Sentence> faultAfter(long totalBefore) {
        return total < totalBefore
                ? Optional.of(Sentence.of("refused.battery.fewer", total, totalBefore))
                : Optional.empty();
    }

    /**
     * An empty battery proves nothing. One that is not finished fails as soon as the gate is out of reach; in a
     * finished one, open counts as not passed.
     */
    Verdict verdict() {
        if (total == 0) {
            return Verdict.INCONCLUSIVE;
        }
        if (!finished) {
            return reachesGate(big(passed).add(big(open))) ? Verdict.INCONCLUSIVE : Verdict.FAILED;
        }
        if (!reachesGate(big(passed))) {
            return Verdict.FAILED;
        }
        return passed == total ? Verdict.PASSED_ALL : Verdict.PASSED;
    }

    /** The share that passed, in percent; what is short of the gate never reads as if it were not. */
    Optional<BigDecimal> percent() {
        return total == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(big(passed).multiply(PERCENT))
                        .divide(BigDecimal.valueOf(total), 2, RoundingMode.DOWN));
    }

    private boolean reachesGate(BigInteger passing) {
        return passing.multiply(PERCENT).compareTo(big(total).multiply(BigInteger.valueOf(Verdict.REQUIRED))) >= 0;
    }

    private Optional<Sentence> wrongSum() {
        var sum = big(passed).add(big(failed)).add(big(blocked)).add(big(open));
        return sum.equals(big(total))
                ? Optional.empty()
                : Optional.of(Sentence.of("refused.battery.sum", total, passed, failed, blocked, open, sum));
    }

    private static Optional<Sentence> negative(String field, long count) {
        return count < 0 ? Optional.of(Sentence.of("refused.battery.negative", field, count)) : Optional.empty();
    }

    private static BigInteger big(long count) {
        return BigInteger.valueOf(count);
    }
}
