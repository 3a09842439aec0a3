package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.Moments;
import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.intervention.Words;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How an update reads, on the page as in feeds and mails.
 *
 * @param product what the product is called
 * @param zone the client's
 */
public record StatusWords(Words words, String product, ZoneId zone) {

    /** What is done, and where: "upgrade of Athento from … to … · ACME-PRO". */
    public String what(StatusUpdate update) {
        var what = words.what(product, update.kind(), update.fromVersion(), update.targetVersion());
        return what.substring(0, 1).toUpperCase(words.language().locale())
                + what.substring(1)
                + " · "
                + update.instance();
    }

    public Moments moments() {
        return words.in(zone);
    }

    public String state(StatusUpdate update) {
        return words.of("status-page.state." + called(update));
    }

    /** What became of it, as a sentence. */
    public String sentence(StatusUpdate update) {
        return words.of(
                        "status-page.update." + called(update),
                        moments().full(update.windowStart()),
                        update.minutes(),
                        update.movedFrom() == null ? "" : moments().full(update.movedFrom()))
                + starts(update)
                        .map(starts -> " " + words.of("status-page.starts", starts))
                        .orElse("")
                + took(update);
    }

    /** Within what time it starts; empty where that is not to come. */
    public Optional<String> starts(StatusUpdate update) {
        return Optional.ofNullable(update.startUntil())
                .filter(until -> update.state() == PublicState.PLANNED)
                .map(until -> moments().between(update.windowStart(), until));
    }

    /** How long users may not or could not work, in words that hold now; null where nothing does. */
    public String unavailability(StatusUpdate update) {
        if (update.state().isPromise()) {
            return words.of("label.downtime") + ": " + words.of("label.at-most", update.minutes());
        }
        return update.spent() == null
                ? null
                : words.of("label.spent") + ": " + words.of("label.minutes", update.spent());
    }

    private String took(StatusUpdate update) {
        return update.spent() == null ? "" : " " + words.of("status-page.took", update.spent());
    }

    /** A window that takes the place of another one is told with both. */
    private static String called(StatusUpdate update) {
        return update.state() == PublicState.PLANNED && update.movedFrom() != null
                ? "PLANNED.moved"
                : update.state().name();
    }
}
