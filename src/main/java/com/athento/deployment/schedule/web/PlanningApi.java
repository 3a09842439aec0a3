package com.athento.deployment.schedule.web;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Interval;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.VendorProperties;
import com.athento.deployment.schedule.freezes.Frozen;
import com.athento.deployment.schedule.planning.Around;
import com.athento.deployment.schedule.planning.Asked;
import com.athento.deployment.schedule.planning.AtRisk;
import com.athento.deployment.schedule.planning.Entry;
import com.athento.deployment.schedule.planning.Planning;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The planning for machines, and for the calendar on its page. */
@RestController
class PlanningApi {

    /** More than anybody can look at. */
    static final int MOST = 1000;

    private final Planning planning;
    private final Register register;
    private final VendorProperties vendor;
    private final Clock clock;

    PlanningApi(Planning planning, Register register, VendorProperties vendor, Clock clock) {
        this.planning = planning;
        this.register = register;
        this.vendor = vendor;
        this.clock = clock;
    }

    @GetMapping("/api/planning")
    Answer planning(@ModelAttribute Question question, Locale reader) {
        var asked = question.read(register, vendor.vendorZone(), clock.instant());
        return Answer.of(
                asked,
                planning.of(asked, 0, MOST),
                planning.around(asked),
                new EntryWords(new Words(Language.of(reader)), asked.zone()));
    }

    /**
     * The planning of a span of days.
     *
     * @param zone by whose clocks days and local times are told: the client's that was asked for, else the vendor's
     * @param nowLocal what these clocks show
     * @param until the day after the last one
     * @param more whether there are more windows than are told
     * @param freezes when nothing is deployed: what holds everything or an environment, or anything of the client that
     *     was asked for
     * @param freeDays holidays and closed days of the client that was asked for
     * @param worked when it works
     * @param maintenance when it has agreed that we may work
     */
    record Answer(
            String zone,
            Instant now,
            String nowLocal,
            LocalDate from,
            LocalDate until,
            List<Item> windows,
            boolean more,
            List<FreezeSpan> freezes,
            List<FreeDay> freeDays,
            List<Span> worked,
            List<Span> maintenance) {

        static Answer of(Asked asked, Planning.Part part, Around around, EntryWords words) {
            return new Answer(
                    asked.zone().getId(),
                    part.now(),
                    local(part.now(), asked.zone()),
                    asked.from(),
                    asked.until(),
                    part.entries().stream()
                            .map(entry -> Item.of(entry, asked.zone(), words))
                            .toList(),
                    part.more(),
                    around.frozen().stream()
                            .map(frozen -> FreezeSpan.of(frozen, asked.zone()))
                            .toList(),
                    around.freeDays().entrySet().stream()
                            .map(free -> new FreeDay(free.getKey(), free.getValue()))
                            .toList(),
                    Span.all(around.worked(), asked.zone()),
                    Span.all(around.maintenance(), asked.zone()));
        }
    }

    /** That a freeze holds; see {@link Span}. */
    record FreezeSpan(long id, String name, Instant start, Instant end, String startLocal, String endLocal) {

        static FreezeSpan of(Frozen frozen, ZoneId told) {
            var during = frozen.during();
            return new FreezeSpan(
                    frozen.freeze().id(),
                    frozen.freeze().name(),
                    during.start(),
                    during.end(),
                    local(during.start(), told),
                    local(during.end(), told));
        }
    }

    /** A day on which the client does not work, and why. */
    record FreeDay(LocalDate day, String name) {}

    /**
     * From when to when.
     *
     * @param startLocal by the clocks of the answer
     */
    record Span(Instant start, Instant end, String startLocal, String endLocal) {

        static List<Span> all(List<Interval> intervals, ZoneId told) {
            return intervals.stream()
                    .map(one -> new Span(one.start(), one.end(), local(one.start(), told), local(one.end(), told)))
                    .toList();
        }
    }

    /**
     * A window.
     *
     * @param startLocal by the clocks of the answer
     * @param windowStartLocal by the client's
     * @param zone the client's
     * @param waitsFor the teams that have a task of it
     * @param atRisk why it may not hold
     * @param title what it is in a few letters
     * @param says all of that in one line, in the language of the request
     */
    record Item(
            String key,
            String instance,
            Environment environment,
            String client,
            String clientName,
            Phase phase,
            Outcome outcome,
            Instant start,
            Instant end,
            String startLocal,
            String windowStartLocal,
            String zone,
            int downtimeMinutes,
            ChangeKind changeKind,
            String targetVersion,
            Set<Team> waitsFor,
            Set<AtRisk> atRisk,
            String title,
            String says) {

        static Item of(Entry entry, ZoneId told, EntryWords words) {
            var planned = entry.window();
            var window = planned.window();
            return new Item(
                    planned.interventionKey(),
                    planned.instanceCode(),
                    planned.environment().orElse(null),
                    planned.clientCode(),
                    planned.clientName().orElse(null),
                    planned.phase(),
                    planned.outcome().orElse(null),
                    window.start(),
                    window.end(),
                    local(window.start(), told),
                    ClientTime.text(window.local()),
                    window.zone().getId(),
                    window.minutes(),
                    planned.changeKind().orElse(null),
                    planned.targetVersion().orElse(null),
                    entry.waitsFor(),
                    entry.atRisk(),
                    words.title(planned),
                    words.says(entry));
        }
    }

    private static String local(Instant moment, ZoneId zone) {
        return ClientTime.of(moment, zone).text();
    }
}
