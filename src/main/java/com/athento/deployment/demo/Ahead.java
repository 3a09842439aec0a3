package com.athento.deployment.demo;

import com.athento.deployment.process.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * An ISO-8601 duration of days, months or years, of hours, minutes or seconds, or of both.
 *
 * @param text as it was given
 * @param date counted in the calendar of UTC
 */
record Ahead(String text, Period date, Duration time) {

    /** {@code java.time} knows the two halves only apart. */
    private static final Pattern HALVES =
            Pattern.compile("P(?<date>[^Tt]*)(?:T(?<time>.+))?", Pattern.CASE_INSENSITIVE);

    /** @throws Refused if it is no duration */
    static Ahead parse(String text) {
        var halves = HALVES.matcher(text == null ? "" : text.strip());
        try {
            if (halves.matches()) {
                var date = halves.group("date");
                var time = halves.group("time");
                if (!date.isEmpty() || time != null) {
                    return new Ahead(
                            text,
                            date.isEmpty() ? Period.ZERO : Period.parse("P" + date),
                            time == null ? Duration.ZERO : Duration.parse("PT" + time));
                }
            }
        } catch (DateTimeException notADuration) {
            // told below, as for everything else that is none
        }
        throw Refused.because("advance: '%s' is not a duration; give one such as PT1H or P14D", text);
    }

    /** @throws Refused if that is not ahead of the moment, or further than time can be counted */
    Instant from(Instant moment) {
        try {
            var there = moment.atOffset(ZoneOffset.UTC).plus(date).plus(time).toInstant();
            if (there.isAfter(moment)) {
                return there;
            }
        } catch (DateTimeException | ArithmeticException tooFar) {
            throw Refused.because("advance: '%s' is too far ahead; give a duration such as PT1H or P14D", text);
        }
        throw Refused.because("advance: '%s' does not go forward; give a duration such as PT1H or P14D", text);
    }
}
