package com.athento.deployment.rollout;

import static com.athento.deployment.process.Elements.ACCEPT_OR_HOTFIX;
import static com.athento.deployment.process.Elements.APPLY_HOTFIX;
import static com.athento.deployment.process.Elements.CLOSE_INTERVENTION;
import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.RECOVER_INSTANCE;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Lifecycle.LEFT_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.record.Examples;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Patch;
import com.athento.deployment.register.Register;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register says once a version is settled. */
class RecordVersionTest extends PathsTest {

    @Autowired
    Register register;

    @Autowired
    JdbcClient database;

    @Autowired
    TaskService tasks;

    @Test
    void hotfixJoinsThePatchListOnlyOnceTheVersionIsKept() {
        var intervention = hotfixed();
        assertThat(patches(intervention)).isEmpty();

        intervention.passes();

        assertThat(patches(intervention)).containsExactly("HF-77");
    }

    /** Nobody knows which version contains HF-76; HF-77 comes with 24.3. */
    @Test
    void olderFixesAreNamedUntilAVersionContainsThem() {
        var intervention = lifecycle
                .deployed()
                .battery(100, 90, 10)
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX"))
                .completes("systems", APPLY_HOTFIX, Map.of("hotfixReference", "HF-77", "hotfixContainedIn", "24.3"));
        var code = (String) intervention.value("instanceCode");
        register.addPatch(code, "INT-1", Instant.parse("2027-01-15T21:00:00Z"), Examples.patch("HF-76", "Búsqueda"));
        intervention.passes().supportEnds();

        assertThat(draft(intervention)).contains("- HF-76: Búsqueda\n- HF-77\n");
        assertThat(register.patchesOnTopOf(new Version("24.3.0"), code))
                .extracting(Patch::reference)
                .containsExactly("HF-76");
    }

    @ParameterizedTest(name = "contained in {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            24.2 | is not higher than 24.2.0
            next | is not a version
            """)
    void aHotfixIsInALaterVersion(String containedIn, String sentence) {
        var intervention = lifecycle
                .deployed()
                .battery(100, 90, 10)
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX"));

        assertRefused(() -> intervention.completes(
                        "systems", APPLY_HOTFIX, Map.of("hotfixReference", "HF-77", "hotfixContainedIn", containedIn)))
                .startsWith("hotfixContainedIn: '")
                .contains(sentence);
    }

    @Test
    void rollbackTakesTheHotfixAlong() {
        var intervention = rolledBackFromSupport(hotfixed().passes(), "PREVIOUS");

        assertThat(patches(intervention)).isEmpty();
        assertThat(instance(intervention).version().text()).isEqualTo("24.1.0");
        assertThat(instance(intervention).lastUpdate()).contains(LocalDate.parse("2027-02-01"));
    }

    /** The register was put right after the request. */
    @Test
    void rollbackReturnsToWhatTheRegisterSaidAtTheStart() {
        var intervention = lifecycle.windowOpened();
        lifecycle.states((String) intervention.value("instanceCode"), "24.1", "2027-01-15");
        intervention
                .starts()
                .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                .rollsBack();

        assertThat(instance(intervention).version().text()).isEqualTo("24.1");
        assertThat(instance(intervention).lastUpdate()).contains(LocalDate.parse("2027-01-15"));
    }

    @Test
    void rollbackThatDoesNotSucceedKeepsTheHotfixOnce() {
        var intervention = rolledBackFromSupport(hotfixed().passes(), "NEW").passes();

        assertThat(patches(intervention)).containsExactly("HF-77");
        assertThat(intervention.outcome()).isEqualTo("DEPLOYED");
    }

    @ParameterizedTest(name = "{0} runs after the rollback that support demanded")
    @ValueSource(strings = {"NEW", "NEITHER"})
    void versionThatRunsOnKeepsTheDayOfItsDeployment(String running) {
        var intervention = lifecycle.inSupport().after(Duration.ofHours(12));

        rolledBackFromSupport(intervention, running);
        if (running.equals("NEITHER")) {
            intervention
                    .after(Duration.ofHours(12))
                    .completes("manager", RECOVER_INSTANCE, Map.of("runningVersion", "NEW"));
        }
        intervention.passes();

        assertThat(instance(intervention).version().text()).isEqualTo("24.2.0");
        assertThat(instance(intervention).lastUpdate()).contains(LocalDate.parse("2027-02-06"));
        assertThat(intervention.outcome()).isEqualTo("DEPLOYED");
        intervention.supportEnds();
        assertThat(draft(intervention))
                .contains("La nueva versión está en uso.")
                .contains("Documents are lost (bloqueante): se intentó volver")
                .doesNotContain("terminó con la vuelta");
    }

    @Test
    void instanceThatIsRecoveredWithTheOldVersionHasItsOldDay() {
        var intervention = rolledBackFromSupport(lifecycle.inSupport(), "NEITHER");
        intervention.completes("manager", RECOVER_INSTANCE, Map.of("runningVersion", "PREVIOUS"));

        assertThat(instance(intervention).version().text()).isEqualTo("24.1.0");
        assertThat(instance(intervention).lastUpdate()).contains(LocalDate.parse("2027-02-01"));
        assertThat(intervention.outcome()).isEqualTo("ROLLED_BACK");
        assertThat(draft(intervention)).contains("terminó con la vuelta a la versión anterior");
    }

    @Test
    void versionThatFailsItsSecondBatteryIsRolledBackAfterAll() {
        var intervention = rolledBackFromSupport(lifecycle.inSupport(), "NEW");
        intervention.battery(100, 79, 21).completes("systems", ROLL_BACK, Map.of("runningVersion", "PREVIOUS"));

        assertThat(instance(intervention).version().text()).isEqualTo("24.1.0");
        assertThat(instance(intervention).lastUpdate()).contains(LocalDate.parse("2027-02-01"));
        assertThat(intervention.outcome()).isEqualTo("ROLLED_BACK");
    }

    /** A rollback before anything was recorded: the day is the one on which the version is kept. */
    @Test
    void versionThatIsFirstKeptAfterARollbackHasThatDay() {
        var intervention = lifecycle
                .started()
                .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                .after(Duration.ofHours(24))
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEW"))
                .passes();

        assertThat(instance(intervention).version().text()).isEqualTo("24.2.0");
        assertThat(instance(intervention).lastUpdate()).contains(LocalDate.parse("2027-02-07"));
    }

    @Test
    void configurationMovesNeitherVersionNorDate() {
        var configuration = Map.of("changeKind", "POSTGRESQL", "targetVersion", LEFT_OUT);
        var intervention = lifecycle
                .approved(configuration)
                .agrees()
                .windowOpens()
                .starts()
                .deploys()
                .passes();

        assertThat(intervention.outcome()).isEqualTo("DEPLOYED");
        assertThat(instance(intervention).version().text()).isEqualTo("24.1.0");
        assertThat(instance(intervention).lastUpdate()).contains(LocalDate.parse("2027-02-01"));
    }

    @Test
    void dayOfTheUpdateIsTheClientsOwn() {
        var intervention = lifecycle.started();
        // Half past eleven at night in UTC is the next day in Madrid.
        intervention
                .after(Duration.ofMinutes(150))
                .completes("systems", "deploy", Map.of("deploymentResult", "DEPLOYED"))
                .passes();

        assertThat(instance(intervention).lastUpdate()).contains(LocalDate.parse("2027-02-07"));
    }

    @Test
    void keepsWhichVersionRanFromWhenToWhen() {
        var intervention = lifecycle.deployed();
        assertThat(runs(intervention)).isEmpty();

        intervention.passes();
        assertThat(runs(intervention)).containsExactly("24.2.0 DEPLOYED null");

        rolledBackFromSupport(intervention, "PREVIOUS");
        assertThat(runs(intervention)).containsExactly("24.2.0 DEPLOYED ROLLED_BACK", "24.1.0 RESTORED null");
    }

    @Test
    void versionThatWasNeverKeptRanUntilTheRollback() {
        var intervention = lifecycle.deployed();
        lifecycle.states((String) intervention.value("instanceCode"), "24.1.0", "2027-02-01");
        intervention.battery(100, 79, 21).completes("systems", ROLL_BACK, Map.of("runningVersion", "PREVIOUS"));

        assertThat(runs(intervention)).containsExactly("24.1.0 STATED null", "24.2.0 DEPLOYED ROLLED_BACK");
        assertThat(database.sql("select ran_from from version_run where intervention_key = ?")
                        .param(intervention.key())
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(intervention.moment("actualStart"));
    }

    @Test
    void versionThatRunsOnInSpiteOfARollbackHasOneRun() {
        var intervention = rolledBackFromSupport(lifecycle.inSupport(), "NEW").passes();

        assertThat(runs(intervention)).containsExactly("24.2.0 DEPLOYED null");
    }

    private List<String> runs(Intervention intervention) {
        return database.sql("select * from version_run where instance_code = ? order by id")
                .param(intervention.value("instanceCode"))
                .query((row, number) -> "%s %s %s"
                        .formatted(row.getString("version"), row.getString("origin"), row.getString("ending")))
                .list();
    }

    private Intervention hotfixed() {
        return lifecycle
                .deployed()
                .battery(100, 90, 10)
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX"))
                .completes("systems", APPLY_HOTFIX, Map.of("hotfixReference", "HF-77"));
    }

    private static Intervention rolledBackFromSupport(Intervention intervention, String running) {
        return intervention
                .reports("Documents are lost", "BLOCKER")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"))
                .completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true))
                .completes("systems", ROLL_BACK, Map.of("runningVersion", running));
    }

    private String draft(Intervention intervention) {
        return (String)
                tasks.getVariableLocal(intervention.task(CLOSE_INTERVENTION).getId(), "closingDraft");
    }

    private Instance instance(Intervention intervention) {
        return register.instance((String) intervention.value("instanceCode")).orElseThrow();
    }

    private List<String> patches(Intervention intervention) {
        return database.sql("select reference from instance_patch where intervention_key = ?")
                .param(intervention.key())
                .query(String.class)
                .list();
    }
}
