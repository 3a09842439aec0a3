package com.athento.deployment.schedule;

import static com.athento.deployment.process.Variables.WINDOW_OFFSET;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;

import com.athento.deployment.process.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When the window is to start: a local time of the client's that is still to come. */
public final class WindowStart {

    /** Instead of none. */
    public static final String WHAT_IS_RIGHT = "refused.window.give-start";

    private WindowStart() {}

    /**
     * @param offset which of two equal times is meant
     * @throws Refused if it does not exist, exists twice and nobody said which, or is not later than now
     */
    public static ClientTime of(String local, ZoneId zone, Optional<String> offset, Instant now) {
        var start = read(local, zone, offset);
        if (!start.instant().isAfter(now)) {
            throw Refused.because(
                    "refused.window.past",
                    WINDOW_START_LOCAL,
                    start.text(),
                    ClientTime.of(now, zone).text(),
                    zone);
        }
        return start;
    }

    /** The same where it does not matter whether that is still to come. */
    public static ClientTime read(String local, ZoneId zone, Optional<String> offset) {
        return ClientTime.read(WINDOW_START_LOCAL.name(), local, zone, Optional.of(WINDOW_OFFSET.name()), offset);
    }
}
