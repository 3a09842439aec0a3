package com.athento.deployment.schedule.web;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.intervention.Moments;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.record.PlannedWindow;
import com.athento.deployment.schedule.planning.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The planning in its reader's words.
 *
 * @param zone by whose clocks it is told
 */
record EntryWords(Words words, ZoneId zone) {

    /** What stands in a small box: the instance, and the version that it gets. */
    public String title(PlannedWindow window) {
        return Stream.concat(Stream.of(window.instanceCode()), window.targetVersion().stream())
                .reduce("%s %s"::formatted)
                .orElseThrow();
    }

    /** All of it in one line, for whoever points at the box, or has it read. */
    public String says(Entry entry) {
        var window = entry.window();
        return Stream.of(
                        Stream.of(
                                title(window),
                                window.client(),
                                hours(window.window()),
                                words.code("overview.phase", window.phase()),
                                window.interventionKey()),
                        theirHours(window.window()).stream(),
                        atRisk(entry).stream())
                .flatMap(part -> part)
                .reduce("%s · %s"::formatted)
                .orElseThrow();
    }

    /** From when to when users cannot work. */
    public String hours(Window window) {
        return hours(window, moments());
    }

    /** The same by the client's clocks; empty where they show the same. */
    public Optional<String> theirHours(Window window) {
        var theirs = words.in(window.zone());
        return Optional.of(window)
                .filter(one -> !one.local().equals(one.start().atZone(zone).toLocalDateTime()))
                .map(one -> words.of(
                        "planning.theirs",
                        theirs.dayInBrief(one.start()),
                        hours(one, theirs),
                        one.zone().getId()));
    }

    /** Why it may not hold. */
    public List<String> atRisk(Entry entry) {
        return entry.atRisk().stream()
                .map(reason -> words.code("planning.risk", reason))
                .toList();
    }

    /** Whom it waits for. */
    public String waitsFor(Entry entry) {
        return entry.waitsFor().stream()
                .map(team -> words.of("overview.group." + team.id()))
                .reduce("%s, %s"::formatted)
                .orElse("");
    }

    /** Such as {@code Friday, 15 January 2027}. */
    public String day(LocalDate day) {
        return moments().day(start(day));
    }

    /** Such as {@code 15 Jan 2027}. */
    public String date(LocalDate day) {
        return moments().date(start(day));
    }

    public String date(Instant moment) {
        return moments().date(moment);
    }

    /** Such as {@code January 2027}. */
    public String month(LocalDate day) {
        return moments().month(start(day));
    }

    /** Such as {@code Fri 15 Jan, 22:00 – Sat 16 Jan, 02:00}. */
    public String span(Interval interval) {
        return "%s – %s".formatted(brief(interval.start()), brief(interval.end()));
    }

    private String brief(Instant moment) {
        return "%s, %s".formatted(moments().dayInBrief(moment), moments().time(moment));
    }

    private static String hours(Window window, Moments moments) {
        return "%s–%s".formatted(moments.time(window.start()), moments.time(window.end()));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Moments moments() {
        return words.in(zone);
    }
}
