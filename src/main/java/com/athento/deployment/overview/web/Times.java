package com.athento.deployment.overview.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times as people read them: on the client's clock with its offset, and in UTC. */
@Component
public class Times {

    private static final String LOCAL = "EEE d MMM uuuu, HH:mm xxx";
    private static final String SAME_DAY = "HH:mm 'UTC'";
    private static final String OTHER_DAY = "EEE d MMM, HH:mm 'UTC'";

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    /** As a program reads it. */
    public Instant exact(OffsetDateTime time) {
        return time.toInstant();
    }

    public Instant exact(Instant time) {
        return time;
    }

    /** Such as {@code Fri 15 Jan 2027, 22:00 +01:00}. */
    public String local(OffsetDateTime time, String zone) {
        return local(time.toInstant(), zone);
    }

    public String local(Instant time, String zone) {
        return format(LOCAL).format(time.atZone(ZoneId.of(zone)));
    }

    /** Such as {@code 21:00 UTC}; with the day if it is another one there. */
    public String utc(OffsetDateTime time, String zone) {
        return utc(time.toInstant(), zone);
    }

    public String utc(Instant time, String zone) {
        var there = time.atZone(ZoneOffset.UTC);
        var sameDay = there.toLocalDate().equals(LocalDate.ofInstant(time, ZoneId.of(zone)));
        return format(sameDay ? SAME_DAY : OTHER_DAY).format(there);
    }

    /** How long ago, in its largest unit: {@code 5 min}, {@code 3 h}, {@code 2 d}. */
    public String ago(OffsetDateTime time) {
        return largestUnit(Duration.between(time.toInstant(), clock.instant()));
    }

    /** How long something took, in the same units. */
    public String between(Instant from, Instant to) {
        return largestUnit(Duration.between(from, to));
    }

    private static String largestUnit(Duration passed) {
        if (passed.toHours() < 1) {
            return Math.max(0, passed.toMinutes()) + " min";
        }
        return passed.toDays() < 2 ? passed.toHours() + " h" : passed.toDays() + " d";
    }

    /** By the clock that the engine follows. */
    public Instant now() {
        return clock.instant();
    }

    public boolean past(OffsetDateTime time) {
        return time.toInstant().isBefore(clock.instant());
    }

    private static DateTimeFormatter format(String pattern) {
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
