package com.athento.deployment.schedule.calendars;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Refused;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When somebody works in a week.
 *
 * @param days the ranges of each working day, in their order, none of which overlap; a day that is not named is free
 */
public record WeekHours(Map<DayOfWeek, List<DayRange>> days) {

    /** More than this nobody means. */
    private static final int MOST_RANGES = 12;

    public WeekHours {
        days = Map.copyOf(days);
    }

    /** The same hours on some days. */
    public static WeekHours each(Collection<DayOfWeek> days, LocalTime from, LocalTime to) {
        var range = new DayRange(TimeOfDay.of(from), TimeOfDay.of(to));
        return new WeekHours(days.stream().collect(Collectors.toMap(day -> day, day -> List.of(range))));
    }

    /**
     * Reads the hours of one day, for instance {@code 08:00-14:00, 16:00-19:00}.
     *
     * @param where what a refusal calls it
     * @throws Refused if these are no ranges, one ends before it begins, or two overlap
     */
    public static List<DayRange> ranges(String where, Object given) {
        var parts = String.valueOf(given).split(",", -1);
        if (parts.length > MOST_RANGES) {
            throw wrong(where, given, "refused.hours.too-many", parts.length, MOST_RANGES);
        }
        var ranges = new ArrayList<DayRange>();
        for (var part : parts) {
            ranges.add(range(where, given, part.strip()));
        }
        ranges.sort(Comparator.comparing(DayRange::from));
        for (int next = 1; next < ranges.size(); next++) {
            if (ranges.get(next - 1).overlaps(ranges.get(next))) {
                throw wrong(where, given, "refused.hours.overlap", ranges.get(next - 1), ranges.get(next));
            }
        }
        return List.copyOf(ranges);
    }

    private static DayRange range(String where, Object given, String text) {
        var ends = text.split("\\s*-\\s*", -1);
        var from = TimeOfDay.read(ends[0]);
        var to = ends.length == 2 ? TimeOfDay.read(ends[1]) : from;
        if (ends.length != 2 || from.isEmpty() || to.isEmpty()) {
            throw wrong(where, given, "refused.hours.none");
        }
        if (from.get().compareTo(to.get()) >= 0) {
            throw wrong(where, given, "refused.hours.backwards", text);
        }
        return new DayRange(from.get(), to.get());
    }

    private static Refused wrong(String where, Object given, String code, Object... parts) {
        return Refused.because("refused.value.none", where, PlainText.quoted(given), Sentence.of(code, parts));
    }

    List<DayRange> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    /** As it is written, day by day in the order of the week. */
    public Map<DayOfWeek, String> text() {
        var text = new TreeMap<DayOfWeek, String>();
        days.forEach((day, ranges) ->
                text.put(day, ranges.stream().map(DayRange::toString).collect(Collectors.joining(", "))));
        return text;
    }
}
