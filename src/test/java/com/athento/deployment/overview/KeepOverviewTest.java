package com.athento.deployment.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.record.InterventionRow;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.Stories;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class KeepOverviewTest {

    @Autowired
    private Lifecycle lifecycle;

    @Autowired
    private Interventions interventions;

    @Autowired
    private Stories stories;

    @Autowired
    private JdbcClient database;

    @Autowired
    private RuntimeService runtime;

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void aRequestIsThereAsSoonAsItIsStored() {
        var intervention = lifecycle.requested();

        var row = row(intervention);
        assertThat(row.phase()).isEqualTo("APPROVAL");
        assertThat(row.outcome()).isNull();
        assertThat(row.requester()).isEqualTo("support");
        assertThat(row.processInstanceId()).isEqualTo(intervention.id());
        assertThat(row.windowStart().toInstant()).isEqualTo(Instant.parse("2027-02-06T21:00:00Z"));
        assertThat(row.windowStartLocal()).isEqualTo(Lifecycle.TEN_AT_NIGHT);
        assertThat(row.downtimeMinutes()).isEqualTo(45);
        assertThat(row.revision()).isEqualTo(1);
        assertThat(row.requestedAt().toInstant()).isEqualTo(Lifecycle.MORNING);
        assertThat(database.sql("select window_day from intervention where intervention_key = ?")
                        .param(row.key())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2027-02-06");
    }

    @Test
    void aRefusedRequestLeavesNothing() {
        var before = count("intervention");

        assertThatThrownBy(() -> lifecycle.requested(Map.of("downtimeMinutes", 61)));

        assertThat(count("intervention")).isEqualTo(before);
    }

    @Test
    void aRefusedCompletionChangesNothing() {
        var intervention = lifecycle.windowOpened();
        var before = row(intervention);
        var passed = count("timeline");

        assertThatThrownBy(() -> intervention.completes("systems", Elements.START_DEPLOYMENT, Map.of()));

        assertThat(row(intervention)).isEqualTo(before);
        assertThat(count("timeline")).isEqualTo(passed);
    }

    @Test
    void thePhaseFollowsTheProcess() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));
        assertThat(row(intervention).phase()).isEqualTo("REQUEST");

        intervention.completes(
                "support",
                Elements.REVISE_REQUEST,
                Map.of("requesterDecision", "EXCEPT", "exceptionReason", "It cannot wait"));
        assertThat(row(intervention).phase()).isEqualTo("APPROVAL");
        intervention.approves();
        assertThat(row(intervention).phase()).isEqualTo("CONSENT");
        assertThat(row(intervention).effectiveRisk()).isEqualTo("MEDIUM");
        intervention.agrees();
        assertThat(row(intervention).phase()).isEqualTo("WAITING");
        intervention.windowOpens().starts();
        assertThat(row(intervention).phase()).isEqualTo("ROLLOUT");
        assertThat(row(intervention).actualStart().toInstant()).isEqualTo(Instant.parse("2027-02-03T21:00:00Z"));
        intervention.deploys().passes();
        assertThat(row(intervention).phase()).isEqualTo("SUPPORT");
        intervention.supportEnds();
        assertThat(row(intervention).phase()).isEqualTo("CLOSURE");
    }

    @Test
    void itEndsOnlyWithItsProcessAndNotBeforeTheClosingMail() {
        var intervention = lifecycle.supported();
        assertThat(row(intervention).outcome()).isEqualTo("DEPLOYED");

        intervention.completes(
                "support", Elements.CLOSE_INTERVENTION, Map.of("closingText", "All done", "closingTeam", "SUPPORT"));
        assertThat(row(intervention).phase()).isEqualTo("CLOSURE");
        assertThat(row(intervention).ended()).isFalse();

        intervention.continues();
        assertThat(row(intervention).phase()).isEqualTo("ENDED");
        assertThat(row(intervention).ended()).isTrue();
    }

    @Test
    void anEarlyEndHasItsOutcome() {
        var intervention = lifecycle.requested();

        intervention.changes("project", "CANCEL", "No longer wanted").continues();

        assertThat(row(intervention).outcome()).isEqualTo("CANCELLED");
        assertThat(row(intervention).phase()).isEqualTo("ENDED");
    }

    @Test
    void whatAnAdminRemovesEndsWithoutOutcome() {
        var intervention = lifecycle.requested();

        runtime.deleteProcessInstance(intervention.id(), "a try");

        assertThat(row(intervention).phase()).isEqualTo("ENDED");
        assertThat(row(intervention).outcome()).isNull();
    }

    @Test
    void theTimelineTellsWhoDidWhatAndWhatCameBetween() {
        var intervention = lifecycle.agreed();
        intervention.changes("project", "RESCHEDULE", "Inventory day");

        assertThat(timeline(intervention))
                .containsExactlyInAnyOrder(
                        "BEGIN deployment-requested support",
                        "TASK approve-product product",
                        "TASK approve-project project",
                        "MAIL ask-client-consent CONTACT",
                        "TASK obtain-client-consent project",
                        "MAIL confirm-window CONTACT",
                        "MAIL confirm-window COLLEAGUES",
                        "EVENT reschedule-requested project");
    }

    @Test
    void theTimelineSaysWhatWasDecidedAndWhatWasWrittenToIt() {
        var intervention = lifecycle.deployed().battery(100, 79, 21).rollsBack();

        assertThat(stories.of(row(intervention)).timeline())
                .filteredOn(moment -> moment.decided() != null)
                .extracting(moment -> "%s %s %s".formatted(moment.element(), moment.decided(), moment.note()))
                .containsExactlyInAnyOrder(
                        "approve-product APPROVE product says APPROVE",
                        "approve-project APPROVE project says APPROVE",
                        "obtain-client-consent AGREED null",
                        "start-deployment START null",
                        "deploy DEPLOYED null",
                        "run-qa-battery FAILED null",
                        "roll-back PREVIOUS null");
    }

    @Test
    void aTaskThatIsTakenAwayIsNoTaskThatSomebodyDid() {
        var intervention = lifecycle.requested();
        intervention.completes("product", Elements.APPROVE_PRODUCT, Lifecycle.approval("product", "DENY", "HIGH"));
        intervention.continues();

        assertThat(timeline(intervention))
                .contains("TASK approve-product product", "END DENIED null")
                .noneMatch(line -> line.startsWith("TASK approve-project"));
    }

    private InterventionRow row(Lifecycle.Intervention intervention) {
        return interventions.find(intervention.key()).orElseThrow();
    }

    private List<String> timeline(Lifecycle.Intervention intervention) {
        return stories.of(row(intervention)).timeline().stream()
                .map(moment -> "%s %s %s".formatted(moment.kind(), moment.element(), moment.person()))
                .toList();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
