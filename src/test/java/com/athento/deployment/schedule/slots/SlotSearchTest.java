package com.athento.deployment.schedule.slots;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.capacity.Hold;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import com.athento.deployment.schedule.slots.Agenda.Ban;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Slots of a client in Madrid that works from Monday to Friday, 8 to 18; asked for on a Tuesday morning. */
class SlotSearchTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDate TUESDAY = LocalDate.parse("2027-02-02");
    private static final Instant MORNING = at("2027-02-02T10:00");
    private static final SystemsTeam TEAM = new SystemsTeam(1, Duration.ZERO);
    private static final SlotTimes TIMES =
            new SlotTimes(List.of(LocalTime.parse("22:00")), List.of(LocalTime.parse("07:00")));

    private Optional<List<Interval>> maintenance = Optional.empty();
    private final List<Ban> bans = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private Instant from = MORNING;
    private Instant earliest = MORNING;

    @Test
    void isAtTenEveryNightAndInTheMorningOfFreeDays() {
        assertThat(next(7, null))
                .containsExactly(
                        "2027-02-02T22:00",
                        "2027-02-03T22:00",
                        "2027-02-04T22:00",
                        "2027-02-05T22:00",
                        "2027-02-06T07:00",
                        "2027-02-06T22:00",
                        "2027-02-07T07:00");
    }

    @Test
    void isAtTheAskedHourToo() {
        assertThat(next(3, "19:30")).containsExactly("2027-02-02T19:30", "2027-02-02T22:00", "2027-02-03T19:30");
        assertThat(next(2, "22:00")).as("once").containsExactly("2027-02-02T22:00", "2027-02-03T22:00");
        assertThat(next(2, "17:59")).as("inside working hours").containsExactly("2027-02-02T22:00", "2027-02-03T22:00");
        assertThat(next(1, "18:00")).as("touching them").containsExactly("2027-02-02T18:00");
        assertThat(search(1, "07:15", 45).next().next())
                .as("so that it ends when work begins, tomorrow")
                .extracting(ClientTime::text)
                .containsExactly("2027-02-02T22:00");
        from = at("2027-02-02T23:00");
        earliest = from;
        assertThat(search(1, "07:15", 45).next().next())
                .extracting(ClientTime::text)
                .containsExactly("2027-02-03T07:15");
        assertThat(search(1, "07:15", 46).next().next())
                .as("a minute too long")
                .extracting(ClientTime::text)
                .containsExactly("2027-02-03T22:00");
    }

    @Test
    void isNeverBeforeTheEarliest() {
        earliest = at("2027-02-04T22:00");
        assertThat(next(1, null)).containsExactly("2027-02-04T22:00");
        earliest = earliest.plusSeconds(1);
        assertThat(next(1, null)).containsExactly("2027-02-05T22:00");
    }

    @Test
    void liesWholeInAMaintenanceWindowAndBeginsWithIt() {
        maintenance = Optional.of(List.of(interval("2027-02-06T23:30", "2027-02-07T00:15")));

        assertThat(search(3, null, 45).next().next())
                .extracting(ClientTime::text)
                .containsExactly("2027-02-06T23:30");
        assertThat(search(3, null, 46).next().next()).isEmpty();
    }

    @Test
    void isNotFrozen() {
        bans.add(new Ban("Year end", interval("2027-02-02T22:44", "2027-02-04T22:00")));

        assertThat(search(1, null, 45).next().next())
                .extracting(ClientTime::text)
                .containsExactly("2027-02-04T22:00");
        assertThat(search(1, null, 44).next().next())
                .extracting(ClientTime::text)
                .containsExactly("2027-02-02T22:00");
    }

    @Test
    void hasAPlaceWithTheSystemsTeam() {
        holds.add(new Hold("A", TEAM.from(at("2027-02-02T22:59"))));
        holds.add(new Hold("B", TEAM.from(at("2027-02-03T21:00"))));
        holds.add(new Hold("C", TEAM.from(at("2027-02-03T23:00"))));

        assertThat(next(1, null)).containsExactly("2027-02-03T22:00");
        holds.add(new Hold("D", TEAM.from(at("2027-02-03T21:01"))));
        assertThat(next(1, null)).containsExactly("2027-02-04T22:00");
    }

    @Test
    void existsOnce() {
        // Clocks go forward at 2 and back at 3 on Sundays.
        earliest = from = at("2027-03-27T23:00");
        assertThat(next(1, "02:30")).containsExactly("2027-03-28T07:00");
        earliest = from = at("2027-10-30T23:00");
        assertThat(next(1, "02:30")).containsExactly("2027-10-31T07:00");
        maintenance = Optional.of(
                List.of(new Interval(Instant.parse("2027-10-31T00:30:00Z"), Instant.parse("2027-10-31T04:00:00Z"))));
        assertThat(next(1, null)).as("begins with a time that exists twice").isEmpty();
    }

    @Test
    void saysHowManyDaysEachRuleTakesWhereThereIsNone() {
        maintenance = Optional.of(List.of(
                interval("2027-02-03T22:00", "2027-02-04T02:00"),
                interval("2027-02-20T22:00", "2027-02-21T02:00"),
                interval("2027-03-20T22:00", "2027-03-21T02:00"),
                interval("2027-04-17T22:00", "2027-04-18T02:00")));
        bans.add(new Ban("Year end", interval("2027-02-20T22:44", "2027-03-21T00:00")));
        holds.add(new Hold("A", TEAM.from(at("2027-04-17T22:30"))));
        earliest = at("2027-02-04T10:00");

        var none = search(3, null, 45).next().none().orElseThrow();

        assertThat(none.in(Language.EN))
                .isEqualTo(
                        "Of the next 90 days 2 lie within the lead time, 85 lie outside the maintenance windows, 2 are frozen by Year end, 1 has no free place with the systems team");
        assertThat(none.in(Language.ES))
                .isEqualTo(
                        "De los próximos 90 días, 2 quedan dentro del plazo de antelación, 85 quedan fuera de las ventanas de mantenimiento, 2 están congelados por Year end, 1 no tiene sitio libre en el equipo de sistemas");
    }

    @Test
    void isLookedForNinetyDaysAndNoLonger() {
        bans.add(new Ban("A quarter", interval("2027-02-01T00:00", "2027-05-02T21:59")));
        assertThat(next(1, null)).containsExactly("2027-05-02T22:00");

        bans.set(0, new Ban("A quarter", interval("2027-02-01T00:00", "2027-05-02T22:01")));
        assertThat(search(1, null, 45).next().none().orElseThrow().in(Language.EN))
                .isEqualTo("Of the next 90 days 90 are frozen by A quarter");
    }

    private List<String> next(int count, String hour) {
        return search(count, hour, 45).next().next().stream()
                .map(ClientTime::text)
                .toList();
    }

    private SlotSearch search(int count, String hour, int minutes) {
        var days = IntStream.range(-2, 300).mapToObj(TUESDAY::plusDays).toList();
        var agenda = new Agenda(
                MADRID,
                days.stream()
                        .filter(SlotSearchTest::works)
                        .map(day -> interval(day + "T08:00", day + "T18:00"))
                        .toList(),
                days.stream().filter(day -> !works(day)).collect(Collectors.toSet()),
                maintenance,
                bans,
                holds,
                TEAM);
        var wanted =
                new Wanted(minutes, Severity.NONE, Optional.ofNullable(hour).map(LocalTime::parse), from, count);
        return new SlotSearch(agenda, TIMES, wanted, earliest);
    }

    private static boolean works(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    private static Interval interval(String start, String end) {
        return new Interval(at(start), at(end));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(MADRID).toInstant();
    }
}
