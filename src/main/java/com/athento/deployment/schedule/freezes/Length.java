package com.athento.deployment.schedule.freezes;

import com.athento.deployment.process.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/** How long a freeze takes, as people write it: ISO 8601 in whole minutes, such as {@code P14D} or {@code PT60H}. */
final class Length {

    private static final Duration LONGEST = Duration.ofDays(366);

    static final Kind<Duration> KIND = Kind.of(Length::read, "refused.freeze.duration", LONGEST.toDays());

    private Length() {}

    private static Optional<Duration> read(String text) {
        try {
            return Optional.of(Duration.parse(text))
                    .filter(length -> length.compareTo(Duration.ofMinutes(1)) >= 0)
                    .filter(length -> length.compareTo(LONGEST) <= 0)
                    .filter(length -> length.equals(Duration.ofMinutes(length.toMinutes())));
        } catch (DateTimeException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    /** In days as far as they go. */
    static String text(Duration length) {
        var rest = length.minusDays(length.toDays());
        return length.toDays() == 0
                ? length.toString()
                : "P%dD%s"
                        .formatted(
                                length.toDays(),
                                rest.isZero() ? "" : rest.toString().substring(1));
    }
}
