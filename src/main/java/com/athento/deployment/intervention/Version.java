package com.athento.deployment.intervention;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A product version: numbers joined by dots. Missing parts count as 0, so 9.10 equals 9.10.0 and is higher than 9.9.
 *
 * @param text as it was written, for instance {@code 24.1.0}
 */
public record Version(String text) implements Comparable<Version> {

    /** As much as our tables keep; a part may be as long as the stamp of a build. */
    private static final int LONGEST = 100;

    private static final Pattern NUMERIC_DOTTED = Pattern.compile("\\d+(\\.\\d+)*");

    public Version {
        if (!isOne(text)) {
            throw new IllegalArgumentException(
                    "'%s' is no version: give at most %d characters, numbers joined by dots, such as 24.2.0"
                            .formatted(text, LONGEST));
        }
    }

    /** The version that a text names, if it names one. */
    public static Optional<Version> parse(String text) {
        return isOne(text) ? Optional.of(new Version(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST && NUMERIC_DOTTED.matcher(text).matches();
    }

    /** The first number: when it moves, the procedure for minor versions no longer covers the change. */
    public BigInteger major() {
        return numbers().get(0);
    }

    /** The first version of the next minor line: 24.2.0 after 24.1.3. */
    public Version nextMinor() {
        return new Version("%d.%d.0".formatted(major(), part(numbers(), 1).add(BigInteger.ONE)));
    }

    @Override
    public int compareTo(Version other) {
        var mine = numbers();
        var theirs = other.numbers();
        for (int part = 0; part < Math.max(mine.size(), theirs.size()); part++) {
            int order = part(mine, part).compareTo(part(theirs, part));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Whether both name the same version, however many zeros stand at the end. */
    public boolean sameAs(Version other) {
        return compareTo(other) == 0;
    }

    /** The one way to write it that all share that name the same version: {@code 24.2} for 24.2.0 and 24.02. */
    public String plain() {
        return String.join(".", numbers().stream().map(BigInteger::toString).toList())
                .replaceFirst("(\\.0)+$", "");
    }

    private List<BigInteger> numbers() {
        var numbers = new ArrayList<BigInteger>();
        for (var part : text.split("\\.", -1)) {
            numbers.add(new BigInteger(part));
        }
        return numbers;
    }

    private static BigInteger part(List<BigInteger> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    @Override
    public String toString() {
        return text;
    }
}
