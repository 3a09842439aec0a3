package com.athento.deployment.schedule.calendars;

import com.athento.deployment.intervention.Interval;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * When a client works and when we may work there, on instants. A moment is worked when the client's clock shows a time
 * in one of the ranges of that weekday, and the day is neither a public holiday nor closed.
 *
 * @param calendar the client's own
 * @param hours its working hours, or the usual ones
 * @param zone the client's
 */
public record ClientCalendar(Calendar calendar, WeekHours hours, ZoneId zone) {

    /** Who does not work on any of so many days, does not work. */
    private static final int DAYS = 366;

    /** What is worked of a span, in order; none of it touches. It takes as long as the span has days. */
    public List<Interval> worked(Interval span) {
        return Interval.merged(days(span)
                .flatMap(this::workedOn)
                .flatMap(worked -> worked.common(span).stream())
                .toList());
    }

    public boolean isWorkedDuring(Interval span) {
        return days(span).flatMap(this::workedOn).anyMatch(span::overlaps);
    }

    /** Whether the client has agreed when we may work; at any other time we may not, then. */
    public boolean hasMaintenance() {
        return !calendar.maintenance().isEmpty();
    }

    /** What of a span lies in maintenance windows, in order; those that overlap or touch are one. */
    public List<Interval> maintenance(Interval span) {
        return Interval.merged(calendar.maintenance().stream()
                .flatMap(window -> window.around(span, zone))
                .flatMap(window -> window.common(span).stream())
                .toList());
    }

    /** Whether nobody works on a day, be it a holiday, closed, or a weekday without hours. */
    public boolean isFree(LocalDate day) {
        return hours.on(day.getDayOfWeek()).isEmpty() || name(day).isPresent();
    }

    /**
     * The public holidays and closed days, by their names, whatever weekdays they are.
     *
     * @param until the first day that is not looked at
     */
    public Map<LocalDate, String> freeDays(LocalDate from, LocalDate until) {
        var named = new TreeMap<LocalDate, String>();
        from.datesUntil(until).forEach(day -> name(day).ifPresent(name -> named.put(day, name)));
        return named;
    }

    private Optional<String> name(LocalDate day) {
        return calendar.closed().stream()
                .filter(closed -> closed.has(day))
                .map(ClosedDays::name)
                .findFirst()
                .or(() -> calendar.holidays()
                        .map(region -> region.holidays(day.getYear()).get(day)));
    }

    /**
     * The end of the working day that a moment belongs to: the midnight after its hours. After hours and on a free day,
     * that of the next working day. Of a client that never works, that of the moment's own day.
     */
    public Instant endOfDay(Instant moment) {
        var today = dayOf(moment);
        return midnightAfter(ahead(today)
                .filter(day -> ends(day, moment::isBefore))
                .findFirst()
                .orElse(today));
    }

    /** When work ends in the week, Monday to Sunday, that a moment lies in; empty where nobody works in it. */
    public Optional<Instant> endOfWork(Instant moment) {
        var monday = dayOf(moment).with(DayOfWeek.MONDAY);
        return monday.datesUntil(monday.plusWeeks(1))
                .flatMap(this::workedOn)
                .map(Interval::end)
                .max(Instant::compareTo);
    }

    /** The end of the week, Monday to Sunday, that a moment lies in: the midnight after Sunday. */
    public Instant endOfWeek(Instant moment) {
        return midnightAfter(dayOf(moment).with(DayOfWeek.SUNDAY));
    }

    /** The moment itself where somebody works then; else when work begins next. Empty where nobody ever works. */
    public Optional<Instant> over(Instant moment) {
        return ahead(dayOf(moment))
                .flatMap(this::workedOn)
                .filter(worked -> moment.isBefore(worked.end()))
                .findFirst()
                .map(worked -> moment.isBefore(worked.start()) ? worked.start() : moment);
    }

    /** The last time of work that was over at a moment. Empty where nobody ever works. */
    public Optional<Interval> last(Instant moment) {
        return from(dayOf(moment), day -> day.minusDays(1))
                .flatMap(day ->
                        workedOn(day)
                                .filter(worked -> !moment.isBefore(worked.end()))
                                .reduce((one, later) -> later)
                                .stream())
                .findFirst();
    }

    private boolean ends(LocalDate day, Predicate<Instant> when) {
        return workedOn(day).map(Interval::end).anyMatch(when);
    }

    /** In order. */
    private Stream<Interval> workedOn(LocalDate day) {
        return isFree(day)
                ? Stream.empty()
                : Interval.merged(hours.on(day.getDayOfWeek()).stream()
                                .flatMap(range -> range.on(day, zone).stream())
                                .toList())
                        .stream();
    }

    private static Stream<LocalDate> ahead(LocalDate day) {
        return from(day, next -> next.plusDays(1));
    }

    private static Stream<LocalDate> from(LocalDate day, UnaryOperator<LocalDate> next) {
        return Stream.iterate(day, next).limit(DAYS);
    }

    /** And those beside them: a clock that is put back around midnight shows the day before once more. */
    private Stream<LocalDate> days(Interval span) {
        return dayOf(span.start()).minusDays(1).datesUntil(dayOf(span.end()).plusDays(2));
    }

    private LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** Where the night of a change of clocks has no midnight, the first moment that there is. */
    private Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
