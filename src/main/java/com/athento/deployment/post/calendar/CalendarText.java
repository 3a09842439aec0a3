package com.athento.deployment.post.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.text.ICalWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A calendar as text (RFC 5545): what names contain is quoted, and long lines are folded. */
public final class CalendarText {

    /** Octets, not characters (RFC 5545, 3.1); the library counts characters. */
    private static final int LONGEST_LINE = 75;

    private static final String LINE_END = "\r\n";

    private CalendarText() {}

    public static String of(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // Quotation marks in a parameter, such as an organizer's name (RFC 6868).
            writer.setCaretEncodingEnabled(true);
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().lines().map(CalendarText::folded).collect(Collectors.joining(LINE_END, "", LINE_END));
    }

    private static String folded(String line) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            var letter = new String(Character.toChars(line.codePointAt(at)));
            int more = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST_LINE) {
                folded.append(LINE_END).append(' ');
                octets = 1;
            }
            folded.append(letter);
            octets += more;
            at += letter.length();
        }
        return folded.toString();
    }
}
