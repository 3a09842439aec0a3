package com.athento.deployment.schedule.calendars;

import com.athento.deployment.process.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A time as a clock shows it, or the end of the day, {@code 24:00}.
 *
 * @param sinceMidnight from nothing to 24 hours
 */
public record TimeOfDay(Duration sinceMidnight) implements Comparable<TimeOfDay> {

    /** {@code HH:mm}, and no {@code 24:00}. */
    public static final Kind<TimeOfDay> START =
            Kind.of(text -> read(text).filter(time -> !time.equals(TimeOfDay.MIDNIGHT)), "refused.value.time-of-day");

    /** {@code HH:mm}. */
    public static final Kind<TimeOfDay> END = Kind.of(TimeOfDay::read, "refused.value.end-of-day");

    private static final TimeOfDay MIDNIGHT = new TimeOfDay(Duration.ofDays(1));

    static TimeOfDay of(LocalTime time) {
        return new TimeOfDay(Duration.ofNanos(time.toNanoOfDay()));
    }

    static Optional<TimeOfDay> read(String text) {
        if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d|24:00")) {
            return Optional.empty();
        }
        return Optional.of(new TimeOfDay(Duration.ofHours(Integer.parseInt(text.substring(0, 2)))
                .plusMinutes(Integer.parseInt(text.substring(3)))));
    }

    LocalDateTime on(LocalDate day) {
        return day.atStartOfDay().plus(sinceMidnight);
    }

    @Override
    public int compareTo(TimeOfDay other) {
        return sinceMidnight.compareTo(other.sinceMidnight);
    }

    /** As it is written: {@code 22:00}. */
    @Override
    public String toString() {
        return "%02d:%02d".formatted(sinceMidnight.toHours(), sinceMidnight.toMinutesPart());
    }
}
