package com.athento.deployment.schedule.calendars;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.LastUsed;
import com.athento.deployment.process.Refused;
import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where public holidays are the same: a country, or a part of one.
 *
 * @param code the country's by ISO 3166, and behind dashes the part's as Jollyday calls it, such as {@code ES-MD}
 */
public record Region(String code) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** The years of which anything can be said: before and after, the moon has no calendar. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2100;

    /** A year of a country is reckoned once, as long as so many others have not been asked for since. */
    private static final int KEPT = 512;

    private static final Map<String, Map<LocalDate, String>> YEARS = LastUsed.of(KEPT);

    /**
     * Reads a code.
     *
     * @param where what a refusal calls it
     * @throws Refused if there is no such country, or no such part of it; the sentence names those that there are
     */
    public static Region read(String where, Object given) {
        var code = String.valueOf(given).strip();
        var parts = code.split("-", -1);
        if (!COUNTRY.matcher(parts[0]).matches()
                || !HolidayManager.getSupportedCalendarCodes().contains(parts[0])) {
            throw wrong(where, code, Sentence.of("refused.region.country"));
        }
        var place = manager(parts[0]).getCalendarHierarchy();
        for (int next = 1; next < parts.length; next++) {
            var children = place.getChildren();
            place = children.get(parts[next].toLowerCase(Locale.ROOT));
            if (place == null || !parts[next].equals(parts[next].toUpperCase(Locale.ROOT))) {
                throw wrong(where, code, others(Arrays.copyOf(parts, next), children));
            }
        }
        return new Region(code);
    }

    private static Sentence others(String[] known, Map<String, CalendarHierarchy> children) {
        var whole = String.join("-", known);
        if (children.isEmpty()) {
            return Sentence.of("refused.region.whole", whole);
        }
        return Sentence.of(
                "refused.region.part",
                whole,
                children.keySet().stream()
                        .map(child -> whole + "-" + child.toUpperCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    private static Refused wrong(String where, String code, Sentence whatIsRight) {
        return Refused.because("refused.value.none", where, PlainText.quoted(code), whatIsRight);
    }

    /** The public holidays of a year by day, with their English names; none in a year of which nothing can be said. */
    public Map<LocalDate, String> holidays(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Map.of();
        }
        var key = "%s in %d".formatted(code, year);
        var known = YEARS.get(key);
        if (known == null) {
            known = reckoned(year);
            YEARS.put(key, known);
        }
        return known;
    }

    private Map<LocalDate, String> reckoned(int year) {
        var parts = code.toLowerCase(Locale.ROOT).split("-");
        return Collections.unmodifiableMap(
                manager(parts[0]).getHolidays(Year.of(year), Arrays.copyOfRange(parts, 1, parts.length)).stream()
                        .collect(Collectors.toMap(
                                Holiday::getDate,
                                holiday -> holiday.getDescription(Locale.ENGLISH),
                                (one, other) -> one.compareTo(other) < 0 ? one : other,
                                TreeMap::new)));
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
}
