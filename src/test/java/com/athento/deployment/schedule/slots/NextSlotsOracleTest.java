package com.athento.deployment.schedule.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Interval;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.record.OtherInterventions;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import com.athento.deployment.schedule.Calendars;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.LeadTime;
import com.athento.deployment.schedule.calendars.Calendar;
import com.athento.deployment.schedule.calendars.ClientCalendar;
import com.athento.deployment.schedule.calendars.ClosedDays;
import com.athento.deployment.schedule.calendars.MaintenanceWindow;
import com.athento.deployment.schedule.calendars.Recurrence;
import com.athento.deployment.schedule.calendars.TimeOfDay;
import com.athento.deployment.schedule.calendars.WeekHours;
import com.athento.deployment.schedule.capacity.Capacity;
import com.athento.deployment.schedule.capacity.Hold;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import com.athento.deployment.schedule.freezes.Freeze;
import com.athento.deployment.schedule.freezes.Freeze.Deed;
import com.athento.deployment.schedule.freezes.Freezes;
import com.athento.deployment.schedule.freezes.Frozen;
import com.athento.deployment.schedule.freezes.Scope;
import com.athento.deployment.schedule.freezes.Times;
import com.athento.deployment.schedule.slots.MinuteByMinute.Agreed;
import com.athento.deployment.schedule.slots.MinuteByMinute.Days;
import com.athento.deployment.schedule.slots.MinuteByMinute.Drawn;
import com.athento.deployment.schedule.slots.MinuteByMinute.Minutes;
import com.athento.deployment.schedule.slots.MinuteByMinute.Range;
import com.athento.deployment.schedule.slots.MinuteByMinute.Rule;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The next slots against {@link MinuteByMinute}, from what the register, the freezes and the other interventions say
 * onwards. In three years, half of the cases around a change of clocks, in zones that change by an hour, by half an
 * hour, at midnight, and never.
 */
class NextSlotsOracleTest {

    private static final List<String> ZONES =
            List.of("Europe/Madrid", "America/Santiago", "Australia/Lord_Howe", "America/Bogota");

    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    private static final List<Rule> RULES = List.of(
            Rule.of("FREQ=DAILY", day -> true),
            Rule.of("FREQ=WEEKLY;BYDAY=SA,SU", day -> day.getDayOfWeek().getValue() > 5),
            Rule.of(
                    "FREQ=MONTHLY;BYDAY=3SA",
                    day -> day.getDayOfWeek() == DayOfWeek.SATURDAY && (day.getDayOfMonth() - 1) / 7 == 2),
            Rule.of(
                    "FREQ=MONTHLY;BYDAY=1SU",
                    day -> day.getDayOfWeek() == DayOfWeek.SUNDAY && day.getDayOfMonth() <= 7),
            Rule.of(
                    "FREQ=MONTHLY;BYDAY=-1SU",
                    day -> day.getDayOfWeek() == DayOfWeek.SUNDAY
                            && day.plusDays(7).getMonth() != day.getMonth()),
            Rule.of("FREQ=MONTHLY;BYMONTHDAY=31", day -> day.getDayOfMonth() == 31));

    private static final Instance INSTANCE = new Instance(
            "ACME-PRO",
            "ACME",
            Environment.PRO,
            Instance.Line.SE,
            new Version("24.1.0"),
            Optional.empty(),
            Optional.empty(),
            48,
            24,
            15,
            Optional.empty());

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void areThoseThatLookingAtEveryMinuteFinds(@ForAll("cases") Drawn drawn) {
        var found = asked(drawn);

        assertThat(found.next()).extracting(ClientTime::instant).isEqualTo(MinuteByMinute.slots(drawn));
        assertThat(found.none().isPresent()).isEqualTo(found.next().isEmpty());
    }

    private static Slots asked(Drawn drawn) {
        var calendar = calendar(drawn);
        var agendas = new Agendas(
                says(Calendars.class, () -> calendar),
                says(Freezes.class, () -> freezes(drawn.freezes())),
                says(Capacity.class, () -> holds(drawn.holds())),
                drawn.team());
        return new NextSlots(
                        agendas,
                        says(OtherInterventions.class, List::of),
                        drawn.times(),
                        new LeadTime(drawn.leadTime()),
                        Clock.fixed(drawn.now(), ZoneOffset.UTC))
                .of(INSTANCE, client(drawn.zone()), drawn.wanted(), "");
    }

    private static <T> T says(Class<T> source, Supplier<Object> answer) {
        return mock(source, withSettings().stubOnly().defaultAnswer(call -> answer.get()));
    }

    private static Client client(ZoneId zone) {
        return new Client("ACME", "Acme", Locale.ENGLISH, zone, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ClientCalendar calendar(Drawn drawn) {
        var hours = new WeekHours(drawn.hours().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, day -> WeekHours.ranges("working-hours", text(day.getValue())))));
        return new ClientCalendar(
                new Calendar(
                        Optional.of(hours),
                        Optional.empty(),
                        drawn.closed().stream()
                                .map(days -> new ClosedDays(days.from(), days.to(), "Closed"))
                                .toList(),
                        drawn.maintenance().stream()
                                .map(NextSlotsOracleTest::window)
                                .toList()),
                hours,
                drawn.zone());
    }

    private static MaintenanceWindow window(Agreed agreed) {
        return new MaintenanceWindow(
                Recurrence.read("rule", agreed.rule().text()),
                Optional.empty(),
                TimeOfDay.START.read("from", text(agreed.from())),
                TimeOfDay.END.read("to", text(agreed.to())));
    }

    private static String text(List<Range> ranges) {
        return ranges.stream()
                .map(range -> text(range.from()) + "-" + text(range.to()))
                .collect(Collectors.joining(", "));
    }

    private static String text(int minuteOfDay) {
        return "%02d:%02d".formatted(minuteOfDay / 60, minuteOfDay % 60);
    }

    private static List<Frozen> freezes(List<Minutes> freezes) {
        var made = Instant.parse("2026-01-01T00:00:00Z");
        var freeze = new Freeze(
                1,
                1,
                "Year end",
                "Accounts",
                "Finance",
                Scope.EVERYTHING,
                new Times(made.atOffset(ZoneOffset.UTC).toLocalDateTime(), Duration.ofDays(1), Optional.empty()),
                new Deed("manager", made),
                Optional.empty(),
                Optional.empty(),
                made);
        return freezes.stream()
                .map(during -> new Frozen(freeze, interval(during)))
                .toList();
    }

    private static List<Hold> holds(List<Minutes> holds) {
        return IntStream.range(0, holds.size())
                .mapToObj(number -> new Hold("INT-" + number, interval(holds.get(number))))
                .toList();
    }

    private static Interval interval(Minutes minutes) {
        return new Interval(MinuteByMinute.instant(minutes.from()), MinuteByMinute.instant(minutes.to()));
    }

    @Provide
    Arbitrary<Drawn> cases() {
        return Combinators.combine(Arbitraries.of(ZONES).map(ZoneId::of), Arbitraries.randoms())
                .as((zone, random) -> Draw.in(zone, random).drawn());
    }

    /**
     * Everything of a case from one source, so that what failed can be drawn again.
     *
     * @param from when the search begins
     */
    private record Draw(ZoneId zone, Random random, Instant from) {

        static Draw in(ZoneId zone, Random random) {
            var anywhere = MinuteByMinute.FIRST
                    .plusDays(random.nextInt(MinuteByMinute.THREE_YEARS))
                    .atStartOfDay(zone)
                    .toInstant()
                    .plusSeconds(random.nextInt(24 * 60 * 60));
            var change = zone.getRules().nextTransition(anywhere);
            var last = MinuteByMinute.FIRST
                    .plusDays(MinuteByMinute.THREE_YEARS)
                    .atStartOfDay(zone)
                    .toInstant();
            var isNear = change != null && change.getInstant().isBefore(last) && random.nextBoolean();
            var from = isNear ? change.getInstant().minusSeconds(random.nextInt(2 * 24 * 60 * 60)) : anywhere;
            return new Draw(zone, random, random.nextBoolean() ? from : from.truncatedTo(ChronoUnit.HOURS));
        }

        Drawn drawn() {
            var team = new SystemsTeam(1 + random.nextInt(3), Duration.ofMinutes(random.nextInt(3) * 15L));
            var hours = hours(1 + random.nextInt(2));
            return new Drawn(
                    zone,
                    week(),
                    closed(),
                    times(random.nextInt(4), this::agreed),
                    times(random.nextInt(6), () -> minutes(1 + random.nextInt(20 * 24 * 60))),
                    times(random.nextInt(300), () -> minutes(60 + team.pause().toMinutesPart())),
                    team,
                    new SlotTimes(hours, hours(random.nextInt(2))),
                    new Wanted(
                            1 + random.nextInt(60),
                            SEVERITIES.get(random.nextInt(SEVERITIES.size())),
                            asked(),
                            from,
                            1 + random.nextInt(4)),
                    Duration.ofHours(random.nextInt(5) * 12L),
                    now());
        }

        /** Sometimes the very minute from which on is searched. */
        private Optional<LocalTime> asked() {
            return switch (random.nextInt(4)) {
                case 0, 1 -> Optional.empty();
                case 2 -> Optional.of(hour());
                default -> Optional.of(from.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES));
            };
        }

        /** At that moment, in the minute that has begun then, or some days around it. */
        private Instant now() {
            return switch (random.nextInt(4)) {
                case 0 -> from;
                case 1 -> from.plusSeconds(random.nextInt(60));
                default -> from.plusSeconds(random.nextInt(4 * 24 * 60 * 60) - 3 * 24 * 60 * 60L);
            };
        }

        private <T> List<T> times(int number, Supplier<T> one) {
            return IntStream.range(0, number).mapToObj(any -> one.get()).toList();
        }

        /** On five days or so, some hours in the day, sometimes until late or from midnight on. */
        private Map<DayOfWeek, List<Range>> week() {
            var week = new EnumMap<DayOfWeek, List<Range>>(DayOfWeek.class);
            for (var day : DayOfWeek.values()) {
                var ends = new ArrayList<>(new TreeSet<>(times(random.nextInt(5), () -> quarter(97))));
                var ranges = IntStream.range(0, ends.size() / 2)
                        .mapToObj(next -> new Range(ends.get(2 * next), ends.get(2 * next + 1)))
                        .toList();
                if (!ranges.isEmpty()) {
                    week.put(day, ranges);
                }
            }
            return week;
        }

        private List<Days> closed() {
            return times(random.nextInt(4), () -> {
                var first = today().plusDays(random.nextInt(MinuteByMinute.DAYS));
                return new Days(first, first.plusDays(random.nextInt(15)));
            });
        }

        private Agreed agreed() {
            var start = random.nextBoolean() ? minuteOfDay(hour()) : quarter(96);
            var end = quarter(96) + 15;
            return new Agreed(RULES.get(random.nextInt(RULES.size())), start, end == start ? 24 * 60 : end);
        }

        /** Often so that it begins, or ends, at an hour at which slots are looked for. */
        private Minutes minutes(int length) {
            var one = MinuteByMinute.minute(
                    random.nextInt(3) == 0
                            ? from.plusSeconds(60L * random.nextInt(MinuteByMinute.DAYS * 24 * 60))
                            : today().plusDays(random.nextInt(MinuteByMinute.DAYS))
                                    .atTime(hour())
                                    .atZone(zone)
                                    .toInstant());
            return random.nextBoolean() ? new Minutes(one, one + length) : new Minutes(Math.max(0, one - length), one);
        }

        private LocalDate today() {
            return from.atZone(zone).toLocalDate();
        }

        private List<LocalTime> hours(int number) {
            return times(number, this::hour);
        }

        /** Often at night, when clocks change. */
        private LocalTime hour() {
            return random.nextBoolean()
                    ? LocalTime.of(random.nextInt(4), random.nextInt(4) * 15)
                    : LocalTime.of(18 + random.nextInt(6), random.nextInt(2) * 30);
        }

        private int quarter(int bound) {
            return random.nextInt(bound) * 15;
        }

        private static int minuteOfDay(LocalTime hour) {
            return hour.getHour() * 60 + hour.getMinute();
        }
    }
}
