package com.athento.deployment.schedule;

import static com.athento.deployment.process.Variables.DOWNTIME_MINUTES;

import com.athento.deployment.process.Refused;
import java.util.function.Function;

/** How long users cannot work in a window: whole minutes, as many as its kind of change may take. */
public final class WindowMinutes {

    private WindowMinutes() {}

    /**
     * @param form what was answered, by name
     * @param most what the table says of the kind of change
     * @throws Refused if none were given, or they are out of range
     */
    public static int of(Function<String, ?> form, int most) {
        var minutes = DOWNTIME_MINUTES.required(form, "refused.window.give-minutes", most);
        if (minutes < 1 || minutes > most) {
            throw Refused.because("refused.window.minutes", DOWNTIME_MINUTES, minutes, most);
        }
        return minutes;
    }
}
