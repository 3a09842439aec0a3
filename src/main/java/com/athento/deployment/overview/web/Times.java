package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.Moments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Times as people read them: on the client's clock with its offset, and in UTC. */
@Component
public class Times {

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
        return moments(zone).dense(time);
    }

    /** Such as {@code 21:00 UTC}; with the day if it is another one there. */
    public String utc(OffsetDateTime time, String zone) {
        return utc(time.toInstant(), zone);
    }

    public String utc(Instant time, String zone) {
        return moments(zone).denseUtc(time);
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

    private static Moments moments(String zone) {
        return PageWords.readers().in(ZoneId.of(zone));
    }
}
