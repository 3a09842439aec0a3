package com.athento.deployment.post.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Times of every zone that a client can have, read by another library than the one that wrote. */
class CalendarZoneTest {

    private static final Instant FROM = Instant.parse("2027-01-04T21:00:00Z");
    private static final Instant UNTIL = Instant.parse("2029-01-04T21:00:00Z");

    @BeforeAll
    static void offline() {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    static Stream<String> zones() {
        // The reading library registers each zone that it meets.
        return ZoneId.getAvailableZoneIds().stream()
                .filter(name -> !name.startsWith("ical4j"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void everyMomentOfTheNextTwoYearsIsReadAsItself(String name) {
        var zone = ZoneId.of(name);

        var windows = windows(zone);
        var calendar = calendar(zone, windows.values());

        for (var timezone : calendar.<VTimeZone>getComponents("VTIMEZONE")) {
            assertThat(timezone.getObservances())
                    .extracting(observance -> observance.getName())
                    .isIn(List.of("STANDARD"), List.of("DAYLIGHT", "STANDARD"), List.of("STANDARD", "DAYLIGHT"));
        }
        assertThat(read(calendar)).isEqualTo(windows);
    }

    /** How many observances tell the zone; 0 where times are in UTC. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Madrid, 2",
        "Europe/Dublin, 2",
        "Atlantic/Canary, 2",
        "America/New_York, 2",
        "Australia/Sydney, 2",
        "America/Bogota, 1",
        "UTC, 1",
        "Asia/Kolkata, 1",
        // Ramadan; other rules than weekdays; half an hour, and two; the evening before in local
        // time.
        "Africa/Casablanca, 0",
        "America/Santiago, 0",
        "Asia/Jerusalem, 0",
        "Australia/Lord_Howe, 0",
        "Antarctica/Troll, 0",
        "America/Nuuk, 0",
    })
    void onlyWhatOutlookUnderstandsIsToldByItsClocks(String name, int observances) {
        var text = text(ZoneId.of(name), List.of(FROM));

        var zones = read(text).<VTimeZone>getComponents("VTIMEZONE");
        assertThat(zones.stream().mapToInt(zone -> zone.getObservances().size()).sum())
                .isEqualTo(observances);
        assertThat(text)
                .containsPattern(
                        observances > 0
                                ? "DTSTART;TZID=" + name + ":\\d{8}T\\d{6}\r\n"
                                : "DTSTART:20270104T210000Z\r\n");
    }

    @Test
    void theHourThatComesTwiceIsToldInUtc() {
        var twice = Instant.parse("2027-10-31T00:30:00Z");

        assertThat(text(ZoneId.of("Europe/Madrid"), List.of(twice))).contains("DTSTART:20271031T003000Z");
    }

    /** Clocks that were changed for good need their words only from then on. */
    @Test
    void aChangeForGoodIsToldInUtcAroundIt() {
        var change = Instant.parse("2024-10-06T04:00:00Z");
        var asuncion = ZoneId.of("America/Asuncion");

        if (asuncion.getRules().getTransitionRules().isEmpty()) {
            assertThat(text(asuncion, List.of(change))).doesNotContain("VTIMEZONE");
        }
        assertThat(text(ZoneId.of("Asia/Tokyo"), List.of(change))).contains("VTIMEZONE");
    }

    @Test
    void aCalendarWithoutEventsHasItsZone() {
        for (var name : List.of("Europe/Madrid", "Africa/Casablanca")) {
            var calendar = new ICalendar();
            new CalendarZone(ZoneId.of(name), FROM).into(calendar);

            var empty = read(CalendarText.of(calendar));

            assertThat(empty.validate().getEntries()).isEmpty();
            assertThat(empty.getComponents("VTIMEZONE")).hasSize(1);
        }
    }

    /** Every nine days at another hour, and around each change of clocks. */
    private static Map<String, Instant> windows(ZoneId zone) {
        var moments = new ArrayList<Instant>();
        for (var at = FROM; at.isBefore(UNTIL); at = at.plus(Duration.ofHours(9 * 24 + 5))) {
            moments.add(at);
        }
        for (var change = zone.getRules().nextTransition(FROM);
                change != null && change.getInstant().isBefore(UNTIL);
                change = zone.getRules().nextTransition(change.getInstant())) {
            for (int minutes : List.of(-1500, -75, -30, -1, 0, 1, 30, 59, 60, 75, 1500)) {
                moments.add(change.getInstant().plus(minutes, ChronoUnit.MINUTES));
            }
        }
        var windows = new LinkedHashMap<String, Instant>();
        moments.forEach(moment -> windows.put("w" + windows.size(), moment));
        return windows;
    }

    private static Calendar calendar(ZoneId zone, Iterable<Instant> windows) {
        return read(text(zone, windows));
    }

    private static String text(ZoneId zone, Iterable<Instant> windows) {
        var calendar = new ICalendar();
        var told = new CalendarZone(zone, windows.iterator().next());
        int number = 0;
        for (var start : windows) {
            var event = new VEvent();
            event.setUid("w" + number++);
            told.between(calendar, event, start, start.plus(Duration.ofMinutes(45)));
            calendar.addEvent(event);
        }
        return CalendarText.of(calendar);
    }

    private static Calendar read(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    private static Map<String, Instant> read(Calendar calendar) {
        var read = new LinkedHashMap<String, Instant>();
        for (var event : calendar.<net.fortuna.ical4j.model.component.VEvent>getComponents("VEVENT")) {
            var start = instant(event.getDateTimeStart().getDate());
            assertThat(instant(event.getDateTimeEnd().getDate())).isEqualTo(start.plus(Duration.ofMinutes(45)));
            read.put(event.getUid().orElseThrow().getValue(), start);
        }
        return read;
    }

    private static Instant instant(Object date) {
        return date instanceof ZonedDateTime zoned
                ? zoned.toInstant()
                : date instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) date;
    }
}
