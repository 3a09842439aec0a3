package com.athento.deployment.request;

import static com.athento.deployment.intervention.Finding.Code.CAPACITY;
import static com.athento.deployment.intervention.Finding.Code.FREEZE;
import static com.athento.deployment.intervention.Finding.Code.MAINTENANCE_WINDOW;
import static com.athento.deployment.intervention.Finding.Code.WORKING_HOURS;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Finding.Code;
import com.athento.deployment.intervention.Finding.Gravity;
import com.athento.deployment.intervention.Interval;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.schedule.LocalSpan;
import com.athento.deployment.schedule.capacity.Hold;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be found about the window of a request, judged at the planned time and never at now. */
final class WindowRules {

    private static final int NAMED = 4;

    private WindowRules() {}

    /** Touching is no overlap: what ends when work begins is in time. */
    static Optional<Finding> workingHours(Check check) {
        return check.agenda()
                .worked(unavailability(check))
                .map(hours ->
                        found(WORKING_HOURS, gravity(check), check, "finding.working-hours", hours(check, hours)));
    }

    static Optional<Finding> maintenanceWindow(Check check) {
        return check.agenda().isOutsideMaintenance(unavailability(check))
                ? Optional.of(found(MAINTENANCE_WINDOW, gravity(check), check, "finding.maintenance-window"))
                : Optional.empty();
    }

    static Optional<Finding> freeze(Check check) {
        return check.agenda()
                .ban(unavailability(check))
                .map(ban -> found(
                        FREEZE,
                        Gravity.ERROR,
                        check,
                        "finding.freeze",
                        check.plan().instance(),
                        "%s (%s)"
                                .formatted(ban.name(), span(check, ban.during()).text())));
    }

    static Optional<Finding> capacity(Check check) {
        var full = check.agenda().full(check.plan().window().start());
        return full.isEmpty()
                ? Optional.empty()
                : Optional.of(found(
                        CAPACITY,
                        Gravity.ERROR,
                        check,
                        "finding.capacity",
                        keys(full),
                        check.agenda().team().atOnce()));
    }

    /** Of many no more than a sentence has room for. */
    private static String keys(List<Hold> full) {
        var some = full.stream().limit(NAMED).map(Hold::key).collect(Collectors.joining(", "));
        return full.size() <= NAMED ? some : "%s, … (%d)".formatted(some, full.size());
    }

    /** What presses may be worth the client's working time. */
    private static Gravity gravity(Check check) {
        return check.severity().fastLane() ? Gravity.WARNING : Gravity.ERROR;
    }

    /** Each sentence begins with when it would be and how many slots there are instead, and which. */
    private static Finding found(Code code, Gravity gravity, Check check, String sentence, Object... parts) {
        var next = check.next().get();
        var always = Stream.of(
                span(check, unavailability(check)).text(),
                check.plan().window().zone(),
                next.next().size(),
                next.text());
        return new Finding(
                code,
                gravity,
                Sentence.of(sentence, Stream.concat(always, Stream.of(parts)).toArray()),
                true);
    }

    private static String hours(Check check, Interval hours) {
        return span(check, hours).hours();
    }

    private static LocalSpan span(Check check, Interval interval) {
        return new LocalSpan(interval, check.plan().window().zone());
    }

    private static Interval unavailability(Check check) {
        var window = check.plan().window();
        return new Interval(window.start(), window.end());
    }
}
