package com.athento.deployment.reschedule;

import static com.athento.deployment.process.Variables.CHANGE;
import static com.athento.deployment.process.Variables.DOWNTIME_MINUTES;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;

import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variable;
import com.athento.deployment.record.Planned;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.WindowMinutes;
import com.athento.deployment.schedule.WindowStart;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * The window to which an intervention is rescheduled, where it is named in the same step.
 *
 * @param minutes of unavailability
 */
record NamedWindow(ClientTime start, int minutes) {

    private static final List<Variable<?>> FIELDS = List.of(WINDOW_START_LOCAL, WINDOW_OFFSET, DOWNTIME_MINUTES);

    /**
     * Reads it to its end.
     *
     * @param form what was answered, by name
     * @param longest the minutes that a window for its kind of change may have
     * @param reading hears of each field that is wrong
     * @return nothing if none is named, or if it is wrong
     */
    static Optional<NamedWindow> read(
            Function<String, ?> form,
            Change change,
            Planned planned,
            IntSupplier longest,
            Instant now,
            Reading reading) {
        var given =
                FIELDS.stream().filter(field -> field.find(form).isPresent()).toList();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (change == Change.CANCEL) {
            given.forEach(field -> reading.check(() -> refuse(field)));
            return Optional.empty();
        }
        var start = reading.of(() -> WindowStart.of(
                WINDOW_START_LOCAL.required(form, WindowStart.WHAT_IS_RIGHT),
                planned.zone(),
                WINDOW_OFFSET.find(form),
                now));
        var minutes = reading.of(() -> given.contains(DOWNTIME_MINUTES)
                ? Integer.valueOf(WindowMinutes.of(form, longest.getAsInt()))
                : planned.window().map(Window::minutes).orElse(null));
        return start.flatMap(when ->
                minutes.flatMap(howLong -> reading.of(() -> new NamedWindow(when, howLong).other(planned))));
    }

    private static void refuse(Variable<?> field) {
        throw Refused.because("refused.change.no-window", field, CHANGE);
    }

    private NamedWindow other(Planned planned) {
        var named = new Window(start.instant(), start.zone(), minutes);
        if (planned.window().filter(named::equals).isPresent()) {
            throw Refused.because("refused.change.same-window", WINDOW_START_LOCAL, start.text(), minutes);
        }
        return this;
    }

    /** What it is to the process, by name; an offset that does not apply is null. */
    Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        variables.put(WINDOW_START_LOCAL.name(), start.text());
        variables.put(WINDOW_OFFSET.name(), start.existsTwice() ? start.offsetText() : null);
        variables.put(DOWNTIME_MINUTES.name(), minutes);
        return variables;
    }
}
