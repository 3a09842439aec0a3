package com.athento.deployment.schedule.freezes;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Interval;
import com.athento.deployment.schedule.calendars.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreezeTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final Instant MADE = Instant.parse("2026-11-01T09:00:00Z");

    @ParameterizedTest(name = "{0} for {1} min: {2}")
    @CsvSource({
        "2026-12-23T22:00:00Z, 60, false",
        "2026-12-23T22:00:01Z, 60, true",
        "2027-01-06T21:59:59Z, 1, true",
        "2027-01-06T22:59:59Z, 1, true",
        "2027-01-06T23:00:00Z, 60, false",
        "2026-11-27T21:00:00Z, 60, false",
    })
    void holdsFromItsBeginUntilItsEnd(Instant start, int minutes, boolean held) {
        var freeze = freeze(Scope.EVERYTHING, once("2026-12-24T00:00", "2027-01-07T00:00"));

        assertThat(freeze.on(MADRILENIAN, MADRID, Interval.of(start, Duration.ofMinutes(minutes))))
                .hasSize(held ? 1 : 0);
    }

    /** Every day of the year's end again, and every weekend. */
    @ParameterizedTest(name = "{0} from {1} for {2}: {3} is {4}")
    @CsvSource({
        "FREQ=YEARLY, 2026-12-24T00:00, P14D, 2026-12-23T22:00:00Z, false",
        "FREQ=YEARLY, 2026-12-24T00:00, P14D, 2026-12-23T22:30:00Z, true",
        "FREQ=YEARLY, 2026-12-24T00:00, P14D, 2031-12-31T22:30:00Z, true",
        "FREQ=YEARLY, 2026-12-24T00:00, P14D, 2032-01-01T10:00:00Z, true",
        "FREQ=YEARLY, 2026-12-24T00:00, P14D, 2032-01-06T22:30:00Z, true",
        "FREQ=YEARLY, 2026-12-24T00:00, P14D, 2032-01-06T23:00:00Z, false",
        "FREQ=YEARLY, 2026-12-24T00:00, P14D, 2025-12-30T10:00:00Z, false",
        "FREQ=WEEKLY;BYDAY=FR, 2026-12-04T18:00, PT60H, 2027-01-01T16:00:00Z, false",
        "FREQ=WEEKLY;BYDAY=FR, 2026-12-04T18:00, PT60H, 2027-01-01T16:00:01Z, true",
        "FREQ=WEEKLY;BYDAY=FR, 2026-12-04T18:00, PT60H, 2027-01-04T04:59:59Z, true",
        "FREQ=WEEKLY;BYDAY=FR, 2026-12-04T18:00, PT60H, 2027-01-04T05:00:00Z, false",
        "FREQ=WEEKLY;BYDAY=FR, 2026-12-04T18:00, PT60H, 2026-11-27T20:00:00Z, false",
        // By the clock: a summer's Friday at 18:00 is 16:00 in UTC.
        "FREQ=WEEKLY;BYDAY=FR, 2026-12-04T18:00, PT60H, 2027-07-02T14:59:59Z, false",
        "FREQ=WEEKLY;BYDAY=FR, 2026-12-04T18:00, PT60H, 2027-07-02T15:00:01Z, true",
        "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261211T235959, 2026-12-04T18:00, PT60H, 2026-12-12T12:00:00Z, true",
        "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261211T235959, 2026-12-04T18:00, PT60H, 2026-12-19T12:00:00Z, false",
        // The first Friday is after the first moment, which is a Wednesday.
        "FREQ=WEEKLY;BYDAY=FR, 2026-12-02T18:00, PT60H, 2026-12-02T20:00:00Z, false",
        "FREQ=WEEKLY;BYDAY=FR, 2026-12-02T18:00, PT60H, 2026-12-04T20:00:00Z, true",
    })
    void returnsByTheClock(String rule, LocalDateTime from, Duration length, Instant start, boolean held) {
        var freeze = freeze(Scope.EVERYTHING, new Times(from, length, Optional.of(new Recurrence(rule))));

        assertThat(freeze.on(PRO, MADRID, Interval.of(start, Duration.ofHours(1))))
                .hasSize(held ? 1 : 0);
    }

    @ParameterizedTest(name = "{0}: by the clock of {1}")
    @CsvSource({
        "EVERYTHING, Europe/Madrid",
        "ENVIRONMENT, Europe/Madrid",
        "CLIENT, America/Bogota",
        "INSTANCE, America/Bogota",
    })
    void isToldByTheClientsClockWhereAClientOrAnInstanceIsNamed(String what, ZoneId zone) {
        var freeze = freeze(scope(what), once("2026-12-24T00:00", "2026-12-25T00:00"));

        assertThat(freeze.on(PRO, MADRID, whole(2026, 2027)))
                .containsExactly(new Interval(
                        LocalDateTime.parse("2026-12-24T00:00").atZone(zone).toInstant(),
                        LocalDateTime.parse("2026-12-25T00:00").atZone(zone).toInstant()));
    }

    private static Scope scope(String what) {
        return switch (what) {
            case "EVERYTHING" -> Scope.EVERYTHING;
            case "ENVIRONMENT" -> new Scope(false, Set.of(Environment.PRO), Set.of(), Set.of());
            case "CLIENT" -> new Scope(false, Set.of(), Set.of("BOG"), Set.of());
            default -> new Scope(false, Set.of(), Set.of(), Set.of("BOG-PRO"));
        };
    }

    @Test
    void coversAnInstanceByAllThatNamesIt() {
        var both = new Scope(false, Set.of(Environment.PRO), Set.of("BOG"), Set.of());

        assertThat(freeze(both, once("2026-12-24T00:00", "2026-12-25T00:00")).on(PRO, MADRID, whole(2026, 2027)))
                .containsExactly(
                        new Interval(Instant.parse("2026-12-23T23:00:00Z"), Instant.parse("2026-12-25T05:00:00Z")));
        assertThat(freeze(both, once("2026-12-24T00:00", "2026-12-24T02:00")).on(PRO, MADRID, whole(2026, 2027)))
                .hasSize(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"PRO, true", "UAT, false", "QA, false", "INTERNAL, false"})
    void holdsTheNamedEnvironmentAlone(Environment environment, boolean held) {
        var freeze = freeze(scope("ENVIRONMENT"), once("2026-12-24T00:00", "2026-12-25T00:00"));

        assertThat(freeze.on(place("BOG-X", environment, BOGOTA), MADRID, whole(2026, 2027)))
                .hasSize(held ? 1 : 0);
    }

    @ParameterizedTest(name = "ended at {0}: until {1}")
    @CsvSource({
        "2026-12-23T23:00:00Z, ",
        "2026-12-01T10:00:00Z, ",
        "2026-12-23T23:00:01Z, 2026-12-23T23:00:01Z",
        "2026-12-30T10:00:00Z, 2026-12-30T10:00:00Z",
        "2027-01-06T23:00:00Z, 2027-01-06T23:00:00Z",
        "2027-02-01T10:00:00Z, 2027-01-06T23:00:00Z",
    })
    void holdsNothingAfterItWasEnded(Instant endedAt, Instant until) {
        var freeze = ended(freeze(Scope.EVERYTHING, once("2026-12-24T00:00", "2027-01-07T00:00")), endedAt);

        var held = freeze.on(PRO, MADRID, whole(2026, 2028));

        assertThat(held)
                .isEqualTo(
                        until == null
                                ? List.of()
                                : List.of(new Interval(Instant.parse("2026-12-23T23:00:00Z"), until)));
    }

    @Test
    void returnsNoMoreOnceItWasEnded() {
        var weekly = new Times(
                LocalDateTime.parse("2026-12-04T18:00"),
                Duration.ofHours(60),
                Optional.of(new Recurrence("FREQ=WEEKLY;BYDAY=FR")));

        var held = ended(freeze(Scope.EVERYTHING, weekly), Instant.parse("2026-12-12T00:00:00Z"))
                .on(PRO, MADRID, whole(2026, 2028));

        assertThat(held).hasSize(2);
        assertThat(held.get(1).end()).isEqualTo(Instant.parse("2026-12-12T00:00:00Z"));
    }

    /** 28 March 2027, 02:00 is 03:00; 31 October 2027, 03:00 is 02:00 again. */
    @ParameterizedTest(name = "{0} to {1} is {2} to {3}")
    @CsvSource({
        "2027-03-28T02:30, 2027-03-28T04:00, 2027-03-28T01:00:00Z, 2027-03-28T02:00:00Z",
        "2027-03-27T22:00, 2027-03-28T02:30, 2027-03-27T21:00:00Z, 2027-03-28T01:00:00Z",
        "2027-10-31T02:30, 2027-10-31T04:00, 2027-10-31T00:30:00Z, 2027-10-31T03:00:00Z",
        "2027-10-30T22:00, 2027-10-31T02:30, 2027-10-30T20:00:00Z, 2027-10-31T01:30:00Z",
    })
    void isNeverShorterThanTheClockSays(String from, String until, Instant begin, Instant end) {
        assertThat(freeze(Scope.EVERYTHING, once(from, until)).on(PRO, MADRID, whole(2027, 2028)))
                .containsExactly(new Interval(begin, end));
    }

    @ParameterizedTest(name = "asked for at {0}: {1}")
    @CsvSource({
        ", false",
        "2026-11-01T08:59:59Z, false",
        "2026-11-01T09:00:00Z, true",
        "2026-11-02T09:00:00Z, true",
    })
    void isCoveredByAnExceptionThatKnewIt(Instant exceptedAt, boolean covered) {
        var freeze = freeze(Scope.EVERYTHING, once("2026-12-24T00:00", "2027-01-07T00:00"));

        assertThat(freeze.isCoveredBy(Optional.ofNullable(exceptedAt))).isEqualTo(covered);
    }

    private static final Place PRO = place("BOG-PRO", Environment.PRO, BOGOTA);
    private static final Place MADRILENIAN = place("BOG-PRO", Environment.PRO, MADRID);

    private static Place place(String code, Environment environment, ZoneId zone) {
        return new Place(code, "BOG", Optional.of(environment), zone);
    }

    private static Interval whole(int from, int until) {
        return new Interval(Instant.parse(from + "-01-01T00:00:00Z"), Instant.parse(until + "-01-01T00:00:00Z"));
    }

    private static Times once(String from, String until) {
        return Times.once(LocalDateTime.parse(from), LocalDateTime.parse(until));
    }

    private static Freeze freeze(Scope scope, Times times) {
        return new Freeze(
                1,
                1,
                "Year end",
                "Nobody is there",
                "Systems",
                scope,
                times,
                new Freeze.Deed("manager", MADE),
                Optional.empty(),
                Optional.empty(),
                MADE);
    }

    private static Freeze ended(Freeze freeze, Instant at) {
        return new Freeze(
                freeze.id(),
                2,
                freeze.name(),
                freeze.reason(),
                freeze.contact(),
                freeze.scope(),
                freeze.times(),
                freeze.made(),
                Optional.empty(),
                Optional.of(new Freeze.Deed("manager", at)),
                freeze.extendedAt());
    }
}
