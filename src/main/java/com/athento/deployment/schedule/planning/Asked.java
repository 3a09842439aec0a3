package com.athento.deployment.schedule.planning;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.record.PlannedWindows.Wanted;
import com.athento.deployment.register.Client;
import java.time.Instant;
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

    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return until.atStartOfDay(zone).toInstant();
    }

    Wanted wanted() {
        return new Wanted(start(), end(), client.map(Client::code), environment, team);
    }
}
