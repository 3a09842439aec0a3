package com.athento.deployment.statuspage.web;

import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.register.Client;
import com.athento.deployment.statuspage.StatusEntry;
import com.athento.deployment.statuspage.StatusUpdate;
import com.athento.deployment.statuspage.StatusWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What the page shows, in words and in order.
 *
 * @param now what is in progress, being verified or out of service
 * @param planned the next window first; what still waits for its new date last
 * @param recent what was completed, rolled back or cancelled, the latest first
 */
public record Board(List<Card> now, List<Card> planned, List<Card> recent) {

    /** A moment for people and, in {@code <time>}, for machines. */
    public record Moment(Instant instant, String local, String utc) {

        static Moment of(Instant instant, ZoneId zone, Words words) {
            return new Moment(
                    instant, words.in(zone).full(instant), words.in(zone).utc(instant));
        }
    }

    /**
     * One intervention.
     *
     * @param start null while a new date is to follow
     * @param movedFrom what was agreed before; null where it was not moved
     * @param starts within what time; null where that is not to come
     * @param unavailability in words; null where there is nothing to say
     * @param tested whether there is a page of its tests
     */
    public record Card(
            String key,
            String what,
            PublicState state,
            String stateText,
            Moment start,
            Moment movedFrom,
            Within starts,
            String unavailability,
            boolean tested,
            List<Line> history) {}

    /**
     * Between the start of a card and this.
     *
     * @param text both on the client's clock, in words
     */
    public record Within(Instant until, String text) {}

    /** One line of its history. */
    public record Line(Moment at, String text) {}

    /** @param tested keys of those that have a page of their tests */
    static Board of(Client client, List<StatusEntry> entries, Set<String> tested, StatusWords words) {
        var cards = entries.stream()
                .map(entry -> card(entry, client.zone(), tested, words))
                .toList();
        return new Board(
                cards.stream().filter(card -> card.state().isNow()).toList(),
                cards.stream()
                        .filter(card -> !card.state().isOver() && !card.state().isNow())
                        .sorted(Comparator.comparing(
                                Card::start, Comparator.nullsLast(Comparator.comparing(Moment::instant))))
                        .toList(),
                cards.stream().filter(card -> card.state().isOver()).toList());
    }

    private static Card card(StatusEntry entry, ZoneId zone, Set<String> tested, StatusWords words) {
        var latest = entry.latest();
        return new Card(
                latest.key(),
                words.what(latest),
                latest.state(),
                words.state(latest),
                latest.state() == PublicState.MOVED ? null : Moment.of(latest.windowStart(), zone, words.words()),
                latest.movedFrom() == null ? null : Moment.of(latest.movedFrom(), zone, words.words()),
                words.starts(latest)
                        .map(text -> new Within(latest.startUntil(), text))
                        .orElse(null),
                words.unavailability(latest),
                tested.contains(latest.key()),
                newestFirst(entry.updates()).stream()
                        .map(update -> line(update, zone, words))
                        .toList());
    }

    private static List<StatusUpdate> newestFirst(List<StatusUpdate> updates) {
        var reversed = new ArrayList<>(updates);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Line line(StatusUpdate update, ZoneId zone, StatusWords words) {
        return new Line(Moment.of(update.at(), zone, words.words()), words.sentence(update));
    }
}
