package com.athento.deployment.statuspage.web;

import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.register.Client;
import com.athento.deployment.statuspage.StatusEntry;
import com.athento.deployment.statuspage.StatusUpdate;
import com.athento.deployment.statuspage.StatusWords;
import java.time.Instant;
import java.util.List;

/**
 * The page for machines.
 *
 * @param client its name
 * @param zone in which its windows are agreed
 * @param interventions the one with the newest update first
 */
record StatusJson(String client, String zone, List<Intervention> interventions) {

    /** One intervention; {@code start} is the agreed one, {@code updates} begin with the oldest. */
    record Intervention(
            String key,
            String instance,
            String what,
            PublicState state,
            Instant start,
            int downtimeMinutes,
            List<Update> updates) {}

    /** One step of its history. */
    record Update(PublicState state, Instant at, Instant start, int downtimeMinutes, String text) {}

    static StatusJson of(Client client, List<StatusEntry> entries, StatusWords words) {
        return new StatusJson(
                client.name(),
                client.zone().getId(),
                entries.stream().map(entry -> intervention(entry, words)).toList());
    }

    private static Intervention intervention(StatusEntry entry, StatusWords words) {
        var latest = entry.latest();
        return new Intervention(
                latest.key(),
                latest.instance(),
                words.what(latest),
                latest.state(),
                latest.windowStart(),
                latest.minutes(),
                entry.updates().stream().map(update -> update(update, words)).toList());
    }

    private static Update update(StatusUpdate update, StatusWords words) {
        return new Update(
                update.state(),
                update.at(),
                update.windowStart(),
                update.minutes(),
                words.sentence(update));
    }
}
