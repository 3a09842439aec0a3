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

    /**
     * One intervention.
     *
     * @param start the agreed one; null while a new date is to follow
     * @param movedFrom the start that was agreed before; null where it was not moved
     * @param downtimeSpent whole minutes in which users could not work; null until they can again
     * @param updates the oldest first
     */
    record Intervention(
            String key,
            String instance,
            String what,
            PublicState state,
            Instant start,
            Instant movedFrom,
            int downtimeMinutes,
            Integer downtimeSpent,
            List<Update> updates) {}

    /** One step of its history. */
    record Update(PublicState state, Instant at, Instant start, Instant movedFrom, int downtimeMinutes, String text) {}

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
                start(latest),
                latest.movedFrom(),
                latest.minutes(),
                latest.spent(),
                entry.updates().stream().map(update -> update(update, words)).toList());
    }

    private static Update update(StatusUpdate update, StatusWords words) {
        return new Update(
                update.state(),
                update.at(),
                start(update),
                update.movedFrom(),
                update.minutes(),
                words.sentence(update));
    }

    private static Instant start(StatusUpdate update) {
        return update.state() == PublicState.MOVED ? null : update.windowStart();
    }
}
