package com.athento.deployment.intervention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a time on the wall of a zone stands for: one instant, or, around a change of clocks, none or
 * two.
 *
 * @param instant present exactly if there is one
 * @param fault otherwise what is wrong: it begins with the quoted time, so that a refusal puts the
 *     field before it, and says what would be right
 */
public record LocalTime(Optional<Instant> instant, Optional<String> fault) {

    private static final Pattern ISO =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /**
     * @param local ISO-8601 without offset, such as {@code 2027-01-15T22:00}
     * @param offset needed only where the time exists twice, such as {@code +01:00}; anywhere else
     *     it may be left out, but must not be wrong
     */
    public static LocalTime resolve(String local, Optional<String> offset, ZoneId zone) {
        return parse(local)
                .map(time -> resolve(local, time, offset, zone))
                .orElseGet(
                        () ->
                                fault(
                                        "'%s' is not a local time; give one such as 2027-01-15T22:00",
                                        local));
    }

    private static LocalTime resolve(
            String local, LocalDateTime time, Optional<String> offset, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            var next = zone.getRules().getTransition(time).getDateTimeAfter();
            return fault(
                    "'%s' does not exist in %s, the clocks go forward; give %s or later",
                    local, zone, MINUTES.format(next));
        }
        if (offset.isEmpty()) {
            return offsets.size() == 1
                    ? at(time, offsets.get(0))
                    : fault(
                            "'%s' exists twice in %s, the clocks go back; give the offset %s",
                            local, zone, either(offsets));
        }
        return offsets.stream()
                .filter(valid -> valid.getId().equals(offset.get().strip()))
                .findFirst()
                .map(valid -> at(time, valid))
                .orElseGet(
                        () ->
                                fault(
                                        "'%s' in %s does not have the offset '%s'; give %s",
                                        local, zone, offset.get(), either(offsets)));
    }

    /** The instant, or what the fault makes of it. */
    public Instant orThrow(Function<String, ? extends RuntimeException> refusal) {
        return instant.orElseThrow(() -> refusal.apply(fault.orElseThrow()));
    }

    private static Optional<LocalDateTime> parse(String local) {
        try {
            return ISO.matcher(local).matches()
                    ? Optional.of(LocalDateTime.parse(local))
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static LocalTime at(LocalDateTime time, ZoneOffset offset) {
        return new LocalTime(Optional.of(time.toInstant(offset)), Optional.empty());
    }

    private static LocalTime fault(String sentence, Object... parts) {
        return new LocalTime(Optional.empty(), Optional.of(sentence.formatted(parts)));
    }

    private static String either(List<ZoneOffset> offsets) {
        return offsets.stream().map(ZoneOffset::getId).collect(Collectors.joining(" or "));
    }
}
