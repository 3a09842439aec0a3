package com.athento.deployment.schedule.capacity;

import com.athento.deployment.intervention.Interval;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the systems team can do at once.
 *
 * @param atOnce how many interventions it can have at one instant
 * @param pause what it needs after the hour of each
 */
@Validated
@ConfigurationProperties("deployment.capacity")
public record SystemsTeam(
        @DefaultValue("2") @Min(1) @Max(1000) int atOnce,

        @DefaultValue("0m") @DurationMin @DurationMax(hours = 24)
        Duration pause) {

    /** The hour, whatever the expected unavailability: what goes wrong takes all of it. */
    private static final Duration HOUR = Duration.ofHours(1);

    /** How long an intervention has the team that starts then. */
    public Interval from(Instant start) {
        return Interval.of(start, HOUR.plus(pause));
    }

    /** Whatever starts before has gone by that instant. */
    Instant earliestBefore(Instant instant) {
        return instant.minus(HOUR).minus(pause);
    }

    /**
     * The same for one that has started. Once its hour is over nobody knows when its version will be settled: it has
     * the team for another hour from now.
     */
    public Interval sinceStart(Instant start, Instant now) {
        var hour = from(start);
        return now.isBefore(start.plus(HOUR))
                ? hour
                : new Interval(start, from(now).end());
    }

    /**
     * The interventions that leave no room for another one.
     *
     * @param start of the other one
     * @param holds of all but that one
     * @return those that have the team at the first instant at which it has no more hands, by key; empty where there is
     *     a place all the time
     */
    public List<Hold> full(Instant start, Collection<Hold> holds) {
        var asked = from(start);
        var beside =
                holds.stream().filter(hold -> hold.during().overlaps(asked)).toList();
        // The number grows only where one begins.
        return Stream.concat(
                        Stream.of(start),
                        beside.stream().map(hold -> hold.during().start()).filter(begin -> isIn(asked, begin)))
                .distinct()
                .sorted()
                .map(instant -> at(instant, beside))
                .filter(present -> present.size() >= atOnce)
                .findFirst()
                .orElse(List.of());
    }

    private static List<Hold> at(Instant instant, Collection<Hold> holds) {
        return holds.stream()
                .filter(hold -> isIn(hold.during(), instant))
                .sorted(Comparator.comparing(Hold::key))
                .toList();
    }

    private static boolean isIn(Interval interval, Instant instant) {
        return !instant.isBefore(interval.start()) && instant.isBefore(interval.end());
    }
}
