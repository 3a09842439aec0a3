package com.athento.deployment.schedule;

import com.athento.deployment.intervention.Interval;
import java.time.Instant;
import java.time.ZoneId;

/** A span as the client's clock shows it, written alike in every language. */
public record LocalSpan(Interval interval, ZoneId zone) {

    /** So many characters name it. */
    private static final int DAY = 10;

    /** For instance {@code 2027-01-15 22:00–22:45}; the day of the end only where it is another one. */
    public String text() {
        var oneDay = day(interval.start()).equals(day(interval.end()));
        return day(interval.start()) + " " + time(interval.start())
                + "–"
                + (oneDay ? "" : day(interval.end()) + " ")
                + time(interval.end());
    }

    /** Of one day the hours alone: {@code 16:00–19:00}; its end is {@code 24:00}. */
    public String hours() {
        var end = time(interval.end());
        return time(interval.start()) + "–" + ("00:00".equals(end) ? "24:00" : end);
    }

    private String day(Instant instant) {
        return local(instant).substring(0, DAY);
    }

    private String time(Instant instant) {
        return local(instant).substring(DAY + 1);
    }

    private String local(Instant instant) {
        return ClientTime.of(instant, zone).text();
    }
}
