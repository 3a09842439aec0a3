package com.athento.deployment.register;

import com.athento.deployment.process.Kind;
import com.athento.deployment.schedule.calendars.Calendar;
import com.athento.deployment.schedule.calendars.ClosedDays;
import com.athento.deployment.schedule.calendars.DayRange;
import com.athento.deployment.schedule.calendars.MaintenanceWindow;
import com.athento.deployment.schedule.calendars.Recurrence;
import com.athento.deployment.schedule.calendars.Region;
import com.athento.deployment.schedule.calendars.TimeOfDay;
import com.athento.deployment.schedule.calendars.WeekHours;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client's calendar as it is written in JSON and kept: what it does not have is null or empty.
 *
 * @param workingHours by weekday, such as {@code 08:00-14:00, 16:00-19:00}
 * @param holidays such as {@code ES-MD}
 */
public record KeptCalendar(
        Map<DayOfWeek, String> workingHours, String holidays, List<Closed> closed, List<Maintenance> maintenance) {

    /** More entries than this nobody can have agreed. */
    private static final int MOST_CLOSED = 200;

    private static final int MOST_MAINTENANCE = 50;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Days on which nobody works. */
    public record Closed(String from, String to, String name) {}

    /** When we may work. */
    public record Maintenance(String rule, String since, String from, String to) {}

    public static KeptCalendar of(Calendar calendar) {
        return new KeptCalendar(
                calendar.workingHours().map(WeekHours::text).orElse(null),
                calendar.holidays().map(Region::code).orElse(null),
                calendar.closed().stream()
                        .map(days ->
                                new Closed(days.from().toString(), days.to().toString(), days.name()))
                        .toList(),
                calendar.maintenance().stream().map(KeptCalendar::of).toList());
    }

    private static Maintenance of(MaintenanceWindow window) {
        return new Maintenance(
                window.rule().rule(),
                window.since().map(LocalDate::toString).orElse(null),
                window.from().toString(),
                window.to().toString());
    }

    /** As a column holds it. */
    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a column holds. */
    static Calendar read(String clientCode, String text) {
        var faults = new Faults();
        try {
            var calendar = calendar(new Fields(JsonEntry.read(JSON.readTree(text)), Fields.CAMEL, faults));
            if (faults.isEmpty()) {
                return calendar;
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the calendar of %s is no JSON any more".formatted(clientCode), broken);
        }
        throw new IllegalStateException(
                "the calendar of %s cannot be read any more: %s; PUT /api/clients/%s another one"
                        .formatted(clientCode, faults.all(), clientCode));
    }

    /** What somebody wrote; to be used only if there are no faults. */
    static Calendar calendar(Fields fields) {
        var calendar = new Calendar(
                fields.fields("working-hours").map(KeptCalendar::week),
                fields.optional("holidays", Region::read, Optional.empty()),
                fields.list("closed", MOST_CLOSED).stream()
                        .map(KeptCalendar::closed)
                        .toList(),
                fields.list("maintenance", MOST_MAINTENANCE).stream()
                        .map(KeptCalendar::maintenance)
                        .toList());
        fields.noOthers();
        return calendar;
    }

    private static WeekHours week(Fields fields) {
        var days = new EnumMap<DayOfWeek, List<DayRange>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            fields.optional(day.name(), WeekHours::ranges, Optional.empty()).ifPresent(ranges -> days.put(day, ranges));
        }
        fields.noOthers();
        return new WeekHours(days);
    }

    private static ClosedDays closed(Fields fields) {
        var days = new ClosedDays(
                fields.required("from", Kinds.DATE),
                fields.required("to", Kinds.DATE),
                fields.required("name", Kinds.NAME));
        if (days.from() != null && days.to() != null && days.to().isBefore(days.from())) {
            fields.fault("to", "refused.register.ends-before", days.to(), days.from());
        }
        fields.noOthers();
        return days;
    }

    private static MaintenanceWindow maintenance(Fields fields) {
        var window = new MaintenanceWindow(
                fields.required("rule", (Kind<Recurrence>) Recurrence::read),
                fields.optional("since", Kinds.DATE, Optional.empty()),
                fields.required("from", TimeOfDay.START),
                fields.required("to", TimeOfDay.END));
        if (window.from() != null && window.from().equals(window.to())) {
            fields.fault("to", "refused.register.no-length", window.to());
        } else if (window.rule() != null && window.from() != null && !window.happens()) {
            fields.fault(
                    "rule",
                    "refused.register.never-since",
                    window.rule(),
                    window.since().orElse(MaintenanceWindow.SINCE));
        }
        fields.noOthers();
        return window;
    }
}
