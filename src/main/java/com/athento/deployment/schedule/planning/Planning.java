package com.athento.deployment.schedule.planning;

import com.athento.deployment.record.PlannedWindow;
import com.athento.deployment.record.PlannedWindows;
import com.athento.deployment.record.PlannedWindows.Waiting;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.Calendars;
import com.athento.deployment.schedule.freezes.Freezes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All windows of a span of time, of whatever instance. */
@Component
public class Planning {

    /** More freezes at once than anybody can look at. */
    private static final int MOST_FREEZES = 100;

    private final PlannedWindows windows;
    private final Calendars calendars;
    private final Freezes freezes;
    private final Register register;
    private final Clock clock;

    Planning(PlannedWindows windows, Calendars calendars, Freezes freezes, Register register, Clock clock) {
        this.windows = windows;
        this.calendars = calendars;
        this.freezes = freezes;
        this.register = register;
        this.clock = clock;
    }

    /**
     * A part of the planning.
     *
     * @param more whether there are more windows than were asked for
     * @param now by the clock that the engine follows
     */
    public record Part(List<Entry> entries, boolean more, Instant now) {}

    /**
     * @param start how many windows to leave out, the first ones
     * @param most how many there shall be at most
     */
    public Part of(Asked asked, int start, int most) {
        var now = clock.instant();
        var found = windows.find(asked.wanted(), start, most + 1);
        var waiting = windows.waiting(asked.wanted());
        var frozen =
                freezes.on(found.stream().map(PlannedWindow::toCome).toList()).keySet();
        return new Part(
                found.stream()
                        .limit(most)
                        .map(window -> entry(
                                window,
                                waiting.getOrDefault(window.processInstanceId(), Waiting.FOR_NOBODY),
                                frozen.contains(window.interventionKey()),
                                now))
                        .toList(),
                found.size() > most,
                now);
    }

    /** What stands around them. */
    public Around around(Asked asked) {
        return asked.client()
                .map(client -> around(client, asked))
                .orElseGet(() -> new Around(
                        freezes.everywhere(asked.environment(), asked.span(), MOST_FREEZES),
                        Map.of(),
                        List.of(),
                        List.of()));
    }

    private Around around(Client client, Asked asked) {
        var calendar = calendars.of(client);
        var instances = register.instancesOf(client.code()).stream()
                .filter(instance ->
                        asked.environment().map(instance.environment()::equals).orElse(true))
                .toList();
        return new Around(
                freezes.on(instances, client, asked.span()),
                calendar.freeDays(asked.from(), asked.until()),
                calendar.worked(asked.span()),
                calendar.maintenance(asked.span()));
    }

    private static Entry entry(PlannedWindow window, Waiting waiting, boolean frozen, Instant now) {
        return new Entry(window, waiting.teams(), AtRisk.of(window, waiting.due(), frozen, now));
    }
}
