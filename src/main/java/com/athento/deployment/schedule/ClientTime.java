package com.athento.deployment.schedule;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Said;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.WrittenTime;
import com.athento.deployment.process.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A local time as somebody wrote it down, in the zone of the client it is agreed with. Where clocks change, such a time
 * may not exist, or exist twice.
 *
 * @param local what the client's clock shows, to the minute
 * @param zone the client's
 * @param offset the one that holds then
 */
public record ClientTime(LocalDateTime local, ZoneId zone, ZoneOffset offset) {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** {@code +00:00} rather than {@code Z}, so that the two of an autumn night look alike. */
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");

    /**
     * Reads a time, for instance {@code 2027-01-15T22:00}.
     *
     * @param field what a refusal calls it
     * @param offsetField what a refusal calls the offset; empty where there is no field for it
     * @param offset which of two equal times is meant, for instance {@code +01:00}; it may be left out where the time
     *     exists once
     * @throws Refused if it is no local time, does not exist, exists twice and nobody said which, or has another offset
     */
    public static ClientTime read(
            String field, String text, ZoneId zone, Optional<String> offsetField, Optional<String> offset) {
        var local = parse(field, text);
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw doesNotExist(field, local, zone);
        }
        if (offset.isEmpty() && offsets.size() > 1) {
            var right = offsetField
                    .map(name -> Sentence.of("refused.time.give-offset", name, either(offsets)))
                    .orElseGet(() -> Sentence.of("refused.time.give-another-hour"));
            throw Refused.because("refused.time.twice", field, text(local), zone, right);
        }
        return new ClientTime(
                local,
                zone,
                offset.map(given -> chosen(offsetField.orElseThrow(), given, local, zone, offsets))
                        .orElse(offsets.get(0)));
    }

    private static Refused doesNotExist(String field, LocalDateTime local, ZoneId zone) {
        return Refused.because(
                "refused.time.not-there",
                field,
                text(local),
                zone,
                text(zone.getRules().getTransition(local).getDateTimeAfter()));
    }

    /** Whether a time as it was written means two instants. */
    public static boolean isAmbiguous(String field, String text, ZoneId zone) {
        return zone.getRules().getValidOffsets(parse(field, text)).size() > 1;
    }

    /** An instant as the client's clock shows it. */
    public static ClientTime of(Instant instant, ZoneId zone) {
        return new ClientTime(
                LocalDateTime.ofInstant(instant, zone), zone, zone.getRules().getOffset(instant));
    }

    public Instant instant() {
        return local.toInstant(offset);
    }

    /** For instance {@code 2027-01-15T22:00}. */
    public String text() {
        return text(local);
    }

    /** As {@link #read} takes it. */
    public static String text(LocalDateTime local) {
        return TO_THE_MINUTE.format(local);
    }

    /** For instance {@code +01:00}. */
    public String offsetText() {
        return text(offset);
    }

    /** Whether the time alone does not say which instant it is. */
    public boolean existsTwice() {
        return zone.getRules().getValidOffsets(local).size() > 1;
    }

    /** As a sentence names it: {@code 2027-01-15 22:00 (Europe/Madrid)}. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(text().replace('T', ' '), zone);
    }

    private static LocalDateTime parse(String field, String text) {
        var local = WrittenTime.read(text)
                .orElseThrow(() -> Refused.because("refused.time.none", field, PlainText.quoted(text)));
        if (local.getYear() >= WrittenTime.TOO_FAR) {
            throw Refused.because("refused.time.too-far", field, text(local), WrittenTime.TOO_FAR);
        }
        return local;
    }

    private static ZoneOffset chosen(
            String field, String given, LocalDateTime local, ZoneId zone, List<ZoneOffset> offsets) {
        return offsets.stream()
                .filter(offset -> isWritten(offset, given))
                .findFirst()
                .orElseThrow(() -> Refused.because(
                        "refused.time.another-offset",
                        field,
                        PlainText.quoted(given),
                        text(local),
                        zone,
                        offsets.size() > 1
                                ? either(offsets)
                                : Sentence.of("refused.time.or-none", text(offsets.get(0)))));
    }

    private static boolean isWritten(ZoneOffset offset, String given) {
        try {
            return ZoneOffset.of(given).equals(offset);
        } catch (DateTimeException noOffset) {
            return false;
        }
    }

    private static Said either(List<ZoneOffset> offsets) {
        return Sentence.or(offsets.stream().map(ClientTime::text).toArray());
    }

    private static String text(ZoneOffset offset) {
        return OFFSET.format(offset);
    }
}
