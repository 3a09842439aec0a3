package com.athento.deployment.demo;

import com.athento.deployment.process.Kind;
import com.athento.deployment.process.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An ISO-8601 duration of days, months or years, of hours, minutes or seconds, or of both.
 *
 * @param text as it was given
 * @param date counted in the calendar of UTC
 */
record Ahead(String text, Period date, Duration time) {

    static final Kind<Ahead> KIND = Kind.of(Ahead::read, "refused.value.duration");

    /** {@code java.time} knows the two halves only apart. */
    private static final Pattern HALVES =
            Pattern.compile("P(?!$)(?<date>[^T]+)?(?:T(?<time>.+))?", Pattern.CASE_INSENSITIVE);

    private static Optional<Ahead> read(String text) {
        var halves = HALVES.matcher(text);
        try {
            return halves.matches()
                    ? Optional.of(new Ahead(text, date(halves.group("date")), time(halves.group("time"))))
                    : Optional.empty();
        } catch (DateTimeException notADuration) {
            return Optional.empty();
        }
    }

    private static Period date(String half) {
        return half == null ? Period.ZERO : Period.parse("P" + half);
    }

    private static Duration time(String half) {
        return half == null ? Duration.ZERO : Duration.parse("PT" + half);
    }

    /** @throws Refused if that is not ahead of the moment, or further than time can be counted */
    Instant from(Instant moment) {
        try {
            var there = moment.atOffset(ZoneOffset.UTC).plus(date).plus(time).toInstant();
            if (there.isAfter(moment)) {
                return there;
            }
        } catch (DateTimeException | ArithmeticException tooFar) {
            throw Refused.because("refused.clock.too-far", text);
        }
        throw Refused.because("refused.clock.backward", text);
    }
}
