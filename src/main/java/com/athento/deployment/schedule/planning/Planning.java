package com.athento.deployment.schedule.planning;

import com.athento.deployment.record.PlannedWindow;
import com.athento.deployment.record.PlannedWindows;
import com.athento.deployment.record.PlannedWindows.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** All windows of a span of time, of whatever instance. */
@Component
public class Planning {

    private final PlannedWindows windows;
    private final Clock clock;

    Planning(PlannedWindows windows, Clock clock) {
        this.windows = windows;
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
        return new Part(
                found.stream()
                        .limit(most)
                        .map(window -> entry(
                                window, waiting.getOrDefault(window.processInstanceId(), Waiting.FOR_NOBODY), now))
                        .toList(),
                found.size() > most,
                now);
    }

    private static Entry entry(PlannedWindow window, Waiting waiting, Instant now) {
        return new Entry(window, waiting.teams(), AtRisk.of(window, waiting.due(), false, now));
    }
}
