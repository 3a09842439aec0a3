package com.athento.deployment.intervention;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as somebody wrote it, at whatever door: exactly what it says or none at all, never what is left when
 * something is dropped.
 */
public final class WrittenNumber {

    /** More digits, or zeros behind an exponent, are an attack on whoever reckons with them. */
    private static final int LONGEST = 40;

    /** A thousand to half of the readers, and one to the other half. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+");

    private WrittenNumber() {}

    /** The number that a text is; none for digits of other scripts, signs around it, and groups. */
    public static Optional<BigDecimal> read(String text) {
        try {
            if (text.length() > LONGEST
                    || !text.chars().allMatch(c -> c < 128)
                    || GROUPED.matcher(text).matches()) {
                return Optional.empty();
            }
            return Optional.of(new BigDecimal(text)).filter(number -> Math.abs((long) number.scale()) <= LONGEST);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** The same for a whole number between two, both included. */
    public static Optional<Integer> whole(String text, int least, int most) {
        return read(text)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(BigDecimal::intValueExact);
    }
}
