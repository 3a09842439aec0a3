package com.athento.deployment.schedule.planning;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Interval;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.record.PlannedWindows.Wanted;
import com.athento.deployment.register.Client;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Of which planning somebody asks to see what.
 *
 * @param from first day, in {@code zone}
 * @param until the day after the last one; later than {@code from}
 * @param zone whose clocks the answer is told by: the client's where one is chosen, else the vendor's
 * @param team whose task an intervention waits for
 */
public record Asked(
        LocalDate from,
        LocalDate until,
        ZoneId zone,
        Optional<Client> client,
        Optional<Environment> environment,
        Optional<Team> team) {

    Interval span() {
        return new Interval(
                from.atStartOfDay(zone).toInstant(), until.atStartOfDay(zone).toInstant());
    }

    Wanted wanted() {
        return new Wanted(span().start(), span().end(), client.map(Client::code), environment, team);
    }
}
