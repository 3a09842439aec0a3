package com.athento.deployment.post.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Organizer;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of names in a calendar, read by another library. */
class CalendarTextTest {

    @BeforeAll
    static void offline() {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    /** Every length around the fold, with letters of one to four octets. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00f1", "\u20ac", "\uD83D\uDE80", "a\u00f1\u20ac\uD83D\uDE80"})
    void noLineIsLongerThan75Octets(String letters) throws Exception {
        for (int length = 60; length < 170; length++) {
            var summary = "a".repeat(length % 7) + letters.repeat(length);

            var text = text(summary, "Athento");

            assertThat(text.split("\r\n"))
                    .allSatisfy(line ->
                            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
            assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("?");
            assertThat(value(read(text), "SUMMARY")).isEqualTo(summary);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme \"Plus\"",
                "a^b",
                "a,b;c:d",
                "back\\slash\\n",
                "<script>alert(1)</script>",
                "\uD83D\uDE80 no BMP"
            })
    void aNameIsReadAsItWasWritten(String name) throws Exception {
        var text = text(name, name);

        var calendar = read(text);
        assertThat(value(calendar, "SUMMARY")).isEqualTo(name);
        assertThat(biweekly.Biweekly.parse(text).first().getEvents().get(0).getOrganizer())
                .extracting(Organizer::getCommonName, Organizer::getEmail)
                .containsExactly(name, "ask@athento.example");
        assertThat(event(calendar).getProperty("ORGANIZER").orElseThrow().getValue())
                .isEqualTo("mailto:ask@athento.example");
    }

    private static String text(String summary, String organizer) {
        var calendar = new ICalendar();
        var event = new VEvent();
        event.setSummary(summary);
        event.setOrganizer(new Organizer(organizer, "ask@athento.example"));
        calendar.addEvent(event);
        return CalendarText.of(calendar);
    }

    private static Calendar read(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static CalendarComponent event(Calendar calendar) {
        return calendar.getComponents("VEVENT").get(0);
    }

    private static String value(Calendar calendar, String property) {
        return event(calendar).getProperty(property).orElseThrow().getValue();
    }
}
