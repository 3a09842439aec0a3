package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Interval;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.VersionAge;
import com.athento.deployment.register.Instance;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.capacity.Hold;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import com.athento.deployment.schedule.slots.Agenda;
import com.athento.deployment.schedule.slots.Agenda.Ban;
import com.athento.deployment.schedule.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Windows of a client in Madrid on a Friday in January 2027. */
class WindowRulesTest {

    private static final Instant EARLY = Plans.instant("2027-01-01T10:00:00+01:00");
    private static final SystemsTeam TEAM = new SystemsTeam(2, Duration.ofMinutes(15));
    private static final Slots TWO = new Slots(
            List.of(ClientTime.of(at("22:00"), Plans.MADRID), ClientTime.of(at("23:30"), Plans.MADRID)),
            Optional.empty());

    private final List<Interval> worked = new ArrayList<>();
    private final List<Ban> bans = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private Optional<List<Interval>> maintenance = Optional.empty();
    private Slots next = TWO;

    @ParameterizedTest(name = "{0}, {1} min: {2}")
    @CsvSource({
        "07:15, 45, ",
        "07:16, 45, 08:00–14:00",
        "07:15, 46, 08:00–14:00",
        "13:59, 1, 08:00–14:00",
        "14:00, 60, ",
        "15:00, 60, ",
        "15:01, 60, 16:00–19:00",
        "18:59, 10, 16:00–19:00",
        "19:00, 60, ",
        "23:30, 60, "
    })
    void theUnavailabilityKeepsOutOfWorkingHours(String start, int minutes, String hours) {
        worked.add(span("08:00", "14:00"));
        worked.add(span("16:00", "19:00"));

        var found = found(start, minutes, Severity.NONE);

        assertThat(found).hasSize(hours == null ? 0 : 1);
        if (hours != null) {
            assertThat(found.get(0).code()).isEqualTo(Finding.Code.WORKING_HOURS);
            assertThat(found.get(0).message()).contains("meets the client's working hours " + hours + "; next slots: ");
        }
    }

    @ParameterizedTest(name = "{0}, {1} min: found {2}")
    @CsvSource({
        "22:00, 45, false",
        "21:59, 45, true",
        "23:15, 45, false",
        "23:16, 45, true",
        "23:15, 46, true",
        // In two windows, one after the other, but not whole in one of them.
        "03:30, 60, true"
    })
    void theUnavailabilityLiesWholeInOneMaintenanceWindow(String start, int minutes, boolean found) {
        maintenance = Optional.of(List.of(span("03:00", "04:00"), span("04:10", "05:00"), span("22:00", "24:00")));

        assertThat(codes(found(start, minutes, Severity.NONE)))
                .isEqualTo(found ? List.of("MAINTENANCE_WINDOW ERROR") : List.of());
    }

    @Test
    void whoHasAgreedNoMaintenanceWindowsHasNoneToKeepTo() {
        assertThat(found("22:00", 45, Severity.NONE)).isEmpty();
        maintenance = Optional.of(List.of());
        assertThat(codes(found("22:00", 45, Severity.NONE))).containsExactly("MAINTENANCE_WINDOW ERROR");
    }

    @ParameterizedTest(name = "{0}, {1} min: found {2}")
    @CsvSource({"21:15, 45, false", "21:15, 46, true", "22:30, 10, true", "22:59, 1, true", "23:00, 60, false"})
    void nothingIsDoneInAFreeze(String start, int minutes, boolean found) {
        bans.add(new Ban("Year end", span("22:00", "23:00")));

        assertThat(codes(found(start, minutes, Severity.BLOCKER)))
                .isEqualTo(found ? List.of("FREEZE ERROR") : List.of());
    }

    @ParameterizedTest(name = "{0}: found {1}")
    @CsvSource({"20:45, false", "20:46, true", "22:00, true", "23:14, true", "23:15, false"})
    void theSystemsTeamHasTwoHands(String start, boolean found) {
        holds.add(new Hold("INT-2027-0007-ACME-PRO", TEAM.from(at("22:00"))));
        assertThat(found(start, 1, Severity.BLOCKER)).isEmpty();

        holds.add(new Hold("INT-2027-0008-ACME-UAT", TEAM.from(at("22:00"))));
        assertThat(codes(found(start, 1, Severity.BLOCKER))).isEqualTo(found ? List.of("CAPACITY ERROR") : List.of());
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void whatPressesMayTakeTheClientsTimeButNotAFreezeOrAPlace(Severity severity) {
        worked.add(span("08:00", "18:00"));
        maintenance = Optional.of(List.of());
        bans.add(new Ban("Year end", span("00:00", "24:00")));
        holds.add(new Hold("A", TEAM.from(at("10:00"))));
        holds.add(new Hold("B", TEAM.from(at("10:00"))));
        var gravity = severity.fastLane() ? "WARNING" : "ERROR";

        var found = found("10:00", 45, severity);

        assertThat(codes(found))
                .containsExactly(
                        "WORKING_HOURS " + gravity, "MAINTENANCE_WINDOW " + gravity, "FREEZE ERROR", "CAPACITY ERROR");
        assertThat(found).allMatch(Finding::exceptionPossible);
    }

    @Test
    void saysTheRuleTheFigureAndTheNextSlots() {
        worked.add(span("08:00", "18:00"));
        maintenance = Optional.of(List.of());
        bans.add(new Ban("Year end", span("00:00", "24:00")));
        holds.add(new Hold("INT-2027-0008-ACME-UAT", TEAM.from(at("10:00"))));
        holds.add(new Hold("INT-2027-0007-ACME-PRO", TEAM.from(at("10:00"))));
        var slots = "; next slots: 2027-01-15 22:00, 2027-01-15 23:30 (Europe/Madrid)";
        var huecos = "; próximos huecos: 2027-01-15 22:00, 2027-01-15 23:30 (Europe/Madrid)";

        var found = found("10:00", 45, Severity.NONE);

        assertThat(found)
                .extracting(Finding::message)
                .containsExactly(
                        "The unavailability 2027-01-15 10:00–10:45 (Europe/Madrid) meets the client's working hours 08:00–18:00"
                                + slots,
                        "The unavailability 2027-01-15 10:00–10:45 (Europe/Madrid) does not lie whole in one of the client's maintenance windows"
                                + slots,
                        "ACME-PRO is frozen by Year end (2027-01-15 00:00–2027-01-16 00:00) and would not be available 2027-01-15 10:00–10:45 (Europe/Madrid)"
                                + slots,
                        "At 2027-01-15 10:00–10:45 (Europe/Madrid) the systems team is already with INT-2027-0007-ACME-PRO, INT-2027-0008-ACME-UAT, and it takes 2 interventions at once at most"
                                + slots);
        assertThat(found.get(0).in(Language.ES))
                .isEqualTo(
                        "La indisponibilidad del 2027-01-15 10:00–10:45 (Europe/Madrid) coincide con el horario laboral del cliente, 08:00–18:00"
                                + huecos);
        assertThat(found.get(3).in(Language.ES))
                .isEqualTo(
                        "El 2027-01-15 10:00–10:45 (Europe/Madrid) el equipo de sistemas está ya con INT-2027-0007-ACME-PRO, INT-2027-0008-ACME-UAT, y atiende como mucho 2 intervenciones a la vez"
                                + huecos);
    }

    @Test
    void saysWhereThereIsNoSlot() {
        worked.add(span("08:00", "18:00"));
        next = new Slots(List.of(), Optional.of(language -> "why"));

        assertThat(found("10:00", 45, Severity.NONE).get(0).message())
                .endsWith("working hours 08:00–18:00; there is no slot in the next 90 days");
    }

    private List<Finding> found(String start, int minutes, Severity severity) {
        var plan = Plans.upgrade("24.1.0", "24.2.0", "2027-01-15T%s+01:00".formatted(start), minutes);
        return FindingRules.find(new Check(
                        plan,
                        severity,
                        EARLY,
                        Duration.ofDays(2),
                        new VersionAge(Optional.empty(), LocalDate.parse("2027-01-01")),
                        Optional.empty(),
                        Route.UPDATE,
                        List.of(),
                        new Proof(Environment.QA, Instance.Line.SE, List.of(), 2),
                        LostFixes.NONE,
                        new Agenda(Plans.MADRID, worked, Set.of(), maintenance, bans, holds, TEAM),
                        () -> next))
                .stream()
                .filter(finding -> finding.code() != Finding.Code.WAIT_FOR_UPDATE)
                .toList();
    }

    private static List<String> codes(List<Finding> found) {
        return found.stream()
                .map(finding -> finding.code() + " " + finding.severity())
                .toList();
    }

    private static Interval span(String start, String end) {
        return new Interval(at(start), at(end));
    }

    private static Instant at(String time) {
        var midnight = "24:00".equals(time);
        var local =
                LocalDateTime.parse("2027-01-15T" + (midnight ? "00:00" : time)).plusDays(midnight ? 1 : 0);
        return local.atZone(Plans.MADRID).toInstant();
    }
}
