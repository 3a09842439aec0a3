package com.athento.deployment.intervention;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as people read them: in one language, on the clocks of one zone. The patterns stand among the words. */
public record Moments(Words words, ZoneId zone) {

    /** Day and time as the zone's clocks show it, with the offset: nobody has to guess. */
    public String full(Instant instant) {
        return "%s (UTC%s, %s)".formatted(plain(instant), offset(instant), zone);
    }

    public String plain(Instant instant) {
        return format("date.full", instant, zone);
    }

    /** Without its weekday: {@code 18 November 2026}. */
    public String dateAlone(Instant instant) {
        return format("date.alone", instant, zone);
    }

    /** Below a heading that names the zone. */
    public String withOffset(Instant instant) {
        return "%s (%s)".formatted(plain(instant), offset(instant));
    }

    /** Within what time something begins, by the zone's clocks. */
    public String between(Instant first, Instant last) {
        var from = time(first);
        var to = time(last);
        return from.equals(to) ? words.of("starts.at", from) : words.of("starts.between", from, to);
    }

    /** The time alone, such as {@code 22:00}. */
    public String time(Instant instant) {
        return format("date.time", instant, zone);
    }

    /** Such as {@code Friday, 15 January 2027}. */
    public String day(Instant instant) {
        return format("date.day", instant, zone);
    }

    /** Such as {@code Fri 15 Jan}. */
    public String dayInBrief(Instant instant) {
        return format("date.day.brief", instant, zone);
    }

    /** Such as {@code 15 Jan 2027}. */
    public String date(Instant instant) {
        return format("date.date", instant, zone);
    }

    /** Such as {@code January 2027}. */
    public String month(Instant instant) {
        return format("date.month", instant, zone);
    }

    /** Short enough for a subject, or a column. */
    public String brief(Instant instant) {
        return format("date.brief", instant, zone);
    }

    /** Short, and yet with weekday and offset, such as {@code Fri 15 Jan 2027, 22:00 +01:00}. */
    public String dense(Instant instant) {
        return format("date.dense", instant, zone);
    }

    /** In text order these stand in the order of time. */
    public String sortable(Instant instant) {
        return format("date.sortable", instant, zone);
    }

    /** The same moment in UTC, with the day only where it is another one. */
    public String utc(Instant instant) {
        return utc(instant, "date.full");
    }

    /** The same, as short as {@link #dense}. */
    public String denseUtc(Instant instant) {
        return utc(instant, "date.dense.day");
    }

    private String utc(Instant instant, String withDay) {
        var sameDay = instant.atZone(zone)
                .toLocalDate()
                .equals(instant.atZone(ZoneOffset.UTC).toLocalDate());
        return format(sameDay ? "date.time" : withDay, instant, ZoneOffset.UTC) + " UTC";
    }

    private String format(String pattern, Instant instant, ZoneId there) {
        return DateTimeFormatter.ofPattern(words.of(pattern), words.language().locale())
                .format(instant.atZone(there));
    }

    private String offset(Instant instant) {
        return DateTimeFormatter.ofPattern("xxx").format(instant.atZone(zone));
    }
}
