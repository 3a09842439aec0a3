package com.athento.deployment.schedule.slots;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.schedule.capacity.Hold;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import com.athento.deployment.schedule.slots.Obstacle.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that stands in the way of one instance's windows in some span: whoever has it asks nobody else.
 *
 * @param zone the client's
 * @param worked the client's working hours
 * @param freeDays days, on the client's calendar, on which it does not work
 * @param maintenance the agreed maintenance windows, merged; absent where the client has agreed none at all
 * @param bans what covers the instance and lets nothing be done
 * @param holds who has the systems team
 * @param team what it can do at once
 */
public record Agenda(
        ZoneId zone,
        List<Interval> worked,
        Set<LocalDate> freeDays,
        Optional<List<Interval>> maintenance,
        List<Ban> bans,
        List<Hold> holds,
        SystemsTeam team) {

    /**
     * A freeze, as far as it covers the instance.
     *
     * @param name of the freeze
     */
    public record Ban(String name, Interval during) {}

    /** The same with no more in it than concerns a shorter span, which costs less to look through. */
    Agenda within(Interval span) {
        return new Agenda(
                zone,
                worked.stream().filter(span::overlaps).toList(),
                freeDays,
                maintenance.map(
                        windows -> windows.stream().filter(span::overlaps).toList()),
                bans.stream().filter(ban -> span.overlaps(ban.during())).toList(),
                holds.stream().filter(hold -> span.overlaps(hold.during())).toList(),
                team);
    }

    /** The working hours that an unavailability meets; touching is no overlap. */
    public Optional<Interval> worked(Interval unavailability) {
        return worked.stream().filter(unavailability::overlaps).findFirst();
    }

    /** Whether the client has agreed maintenance windows, and this does not lie whole in one of them. */
    public boolean isOutsideMaintenance(Interval unavailability) {
        return maintenance
                .filter(windows -> windows.stream().noneMatch(window -> window.contains(unavailability)))
                .isPresent();
    }

    /** The freeze that an unavailability meets. */
    public Optional<Ban> ban(Interval unavailability) {
        return bans.stream()
                .filter(ban -> unavailability.overlaps(ban.during()))
                .findFirst();
    }

    /** Who has the systems team, so that it has no hands for a start then; empty where it has. */
    public List<Hold> full(Instant start) {
        return team.full(start, holds);
    }

    /**
     * What stands in the way of a start, if anything does.
     *
     * @param minutes of unavailability
     * @param earliest nothing may start before it
     */
    Optional<Obstacle> obstacle(Instant start, int minutes, Instant earliest) {
        var unavailability = Interval.of(start, Duration.ofMinutes(minutes));
        if (start.isBefore(earliest)) {
            return Optional.of(new Obstacle(Rule.LEAD_TIME));
        }
        if (worked(unavailability).isPresent()) {
            return Optional.of(new Obstacle(Rule.WORKING_HOURS));
        }
        if (isOutsideMaintenance(unavailability)) {
            return Optional.of(new Obstacle(Rule.MAINTENANCE_WINDOW));
        }
        var ban = ban(unavailability);
        if (ban.isPresent()) {
            return ban.map(one -> new Obstacle(Rule.FREEZE, one.name()));
        }
        return full(start).isEmpty() ? Optional.empty() : Optional.of(new Obstacle(Rule.CAPACITY));
    }
}
