package com.athento.deployment.closure;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.closure.ClosingDraft.Fix;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.record.Battery;
import com.athento.deployment.record.Examples;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingDraftTest {

    private static final Words ENGLISH = new Words(Language.EN);
    private static final Words SPANISH = new Words(Language.ES);

    @Test
    void saysWhatWasDoneInEnglish() {
        assertThat(draft(Outcome.DEPLOYED, 60, true).text(ENGLISH, 4000)).isEqualTo("""
                        With this mail we officially end the intervention on ACME-PRO (INT-2027-0042-ACME-PRO).

                        WHAT WAS DONE
                        Upgrade of ACME-PRO from version 24.1.0 to version 24.2.0. The new version is in use.
                        Two indexes were rebuilt

                        TIMES (Europe/Madrid)
                        Planned: Saturday, 6 February 2027, 22:00 (+01:00), 45 minutes without service.
                        Actual: Saturday, 6 February 2027, 22:07 (+01:00), 60 minutes without service. The maximum of 60 minutes was kept.

                        QUALITY ASSURANCE
                        90 of 100 tests passed; 6 failed, 3 blocked, 1 open.

                        INCIDENTS
                        - 50% of the searches are slow (minor): support goes on with it, ticket ZD-4711
                        - Login fails (blocker): open

                        FIXES THAT ARE NOT IN THE RELEASE NOTES
                        - HF-77: Index rebuilt
                        - HF-78
                        Please note that there may be slight differences between the release notes and the version of your product. They have two causes: your instance is not updated automatically, and between releases fixes are made to resolve incidents.

                        NOTES OF OUR SUPPORT
                        Quiet""");
    }

    @Test
    void saysItInSpanish() {
        assertThat(draft(Outcome.ROLLED_BACK, 61, true).text(SPANISH, 4000))
                .contains("la intervención en ACME-PRO (INT-2027-0042-ACME-PRO)")
                .contains("La actualización se revirtió; está en uso la versión anterior.")
                .contains("Previsto: sábado, 6 de febrero de 2027, 22:00 (+01:00), 45 minutos")
                .contains("Se superó el máximo de 60 minutos.")
                .contains("Superadas: 90 de 100 pruebas; 6 fallidas, 3 bloqueadas, 1 pendiente.")
                .contains("soporte continúa con ella, ticket ZD-4711")
                .contains("la actualización de su instancia no es automática")
                .contains("entre versiones se realizan correcciones para resolver incidentes");
    }

    @ParameterizedTest(name = "{0} of each: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | Superadas: 0 de 9 pruebas; 0 fallidas, 0 bloqueadas, 0 pendientes. | 0 of 9 tests passed; 0 failed, 0 blocked, 0 open.",
                "1 | Superadas: 1 de 9 pruebas; 1 fallida, 1 bloqueada, 1 pendiente. | 1 of 9 tests passed; 1 failed, 1 blocked, 1 open.",
                "2 | Superadas: 2 de 9 pruebas; 2 fallidas, 2 bloqueadas, 2 pendientes. | 2 of 9 tests passed; 2 failed, 2 blocked, 2 open."
            })
    void countsInBothLanguages(long each, String spanish, String english) {
        var battery = Optional.of(Examples.battery(9, each, each, each, each, Verdict.FAILED));

        assertThat(draft(Outcome.DEPLOYED, 20, battery).text(SPANISH, 4000)).contains(spanish);
        assertThat(draft(Outcome.DEPLOYED, 20, battery).text(ENGLISH, 4000)).contains(english);
    }

    @Test
    void oneMinuteIsOne() {
        assertThat(draft(Outcome.DEPLOYED, 1, true).text(SPANISH, 4000)).contains(", 1 minuto sin servicio.");
        assertThat(draft(Outcome.DEPLOYED, 1, true).text(ENGLISH, 4000)).contains(", 1 minute without service.");
    }

    @Test
    void configurationHasNoVersions() {
        assertThat(draft(Outcome.DEPLOYED, 20, false).text(ENGLISH, 4000))
                .contains(
                        "Change of the server configuration of ACME-PRO: PostgreSQL. The new configuration is in use.");
    }

    @ParameterizedTest(name = "{0} minutes: {1}")
    @CsvSource({"60, was kept", "61, was exceeded"})
    void saysWhetherTheHourWasKept(int minutes, String how) {
        assertThat(draft(Outcome.DEPLOYED, minutes, true).text(ENGLISH, 4000)).contains(how);
    }

    @Test
    void longestDraftStillFits() {
        assertThat(draft(Outcome.DEPLOYED, 20, true).text(ENGLISH, 100))
                .hasSize(100)
                .endsWith("…");
    }

    private static ClosingDraft draft(Outcome outcome, int minutes, boolean upgrade) {
        return draft(outcome, minutes, upgrade, Optional.of(Examples.battery(100, 90, 6, 3, 1, Verdict.PASSED)));
    }

    private static ClosingDraft draft(Outcome outcome, int minutes, Optional<Battery> battery) {
        return draft(outcome, minutes, true, battery);
    }

    private static ClosingDraft draft(Outcome outcome, int minutes, boolean upgrade, Optional<Battery> battery) {
        return new ClosingDraft(
                "INT-2027-0042-ACME-PRO",
                "ACME-PRO",
                upgrade ? ChangeKind.VERSION_UPGRADE : ChangeKind.POSTGRESQL,
                Optional.of("24.1.0"),
                Optional.of("24.2.0").filter(version -> upgrade),
                outcome,
                new Window(Instant.parse("2027-02-06T21:00:00Z"), ZoneId.of("Europe/Madrid"), 45),
                Instant.parse("2027-02-06T21:07:30Z"),
                minutes,
                Optional.of("Two indexes were rebuilt").filter(notes -> upgrade),
                battery,
                List.of(
                        Examples.incident(
                                "50% of the searches are slow",
                                Severity.MINOR, IncidentResolution.HANDED_OVER, "ZD-4711", null),
                        Examples.incident("Login fails", Severity.BLOCKER, null, null, null)),
                List.of(),
                List.of(new Fix("HF-77", Optional.of("Index rebuilt")), new Fix("HF-78", Optional.empty())),
                Optional.of("Quiet"));
    }
}
