package com.athento.deployment.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.demo.Letter.Attachment;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarEntryTest {

    private static final String ENTRY = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:test
            METHOD:CANCEL
            BEGIN:VEVENT
            UID:1@athento.example
            DTSTAMP:20270101T000000Z
            DTSTART:20270115T210000Z
            DTEND:20270115T213000Z
            STATUS:CANCELLED
            SUMMARY:No se realizará
            END:VEVENT
            END:VCALENDAR
            """;

    @Test
    void saysWhatWhenAndWhetherItHolds() {
        assertThat(CalendarEntry.in(attachment("text/calendar; method=CANCEL", ENTRY)))
                .hasValue(new CalendarEntry(
                        "No se realizará",
                        "CANCELLED",
                        Instant.parse("2027-01-15T21:00:00Z"),
                        Instant.parse("2027-01-15T21:30:00Z"),
                        null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\nEND:VCALENDAR", "nonsense"})
    void isNothingWhereThereIsNoEvent(String text) {
        assertThat(CalendarEntry.in(attachment("text/calendar", text))).isEmpty();
    }

    @Test
    void isNothingInAnotherKindOfFile() {
        assertThat(CalendarEntry.in(attachment("text/plain", ENTRY))).isEmpty();
    }

    private static Attachment attachment(String type, String text) {
        return new Attachment("invite.ics", type, text.length(), "", text);
    }
}
