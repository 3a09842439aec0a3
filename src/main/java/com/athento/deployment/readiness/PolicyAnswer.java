package com.athento.deployment.readiness;

import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.UpdateAge;
import com.athento.deployment.intervention.VersionAge;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an incident of some severity would be answered on an instance, as the update policy has it.
 *
 * @param route update or patch, were it reported today
 * @param flips the first day on which that is another one; absent if it stays so
 */
public record PolicyAnswer(Severity severity, Route route, Optional<LocalDate> flips) {

    private static final List<Severity> SEVERITIES =
            Stream.of(Severity.values()).filter(one -> one != Severity.NONE).toList();

    /** The table, for one size of change. */
    @FunctionalInterface
    interface Table {
        Route route(Severity severity, UpdateAge age);
    }

    /** One for each severity, the worst first. */
    static List<PolicyAnswer> of(Table table, VersionAge age) {
        return SEVERITIES.stream().map(severity -> of(table, severity, age)).toList();
    }

    private static PolicyAnswer of(Table table, Severity severity, VersionAge age) {
        var today = table.route(severity, age.age());
        var later = Stream.iterate(
                        age.turns(),
                        Optional::isPresent,
                        day -> age.on(day.get()).turns())
                .map(Optional::get)
                .filter(day -> table.route(severity, age.on(day).age()) != today)
                .findFirst();
        return new PolicyAnswer(severity, today, later);
    }

    boolean isPatch() {
        return route == Route.PATCH;
    }
}
