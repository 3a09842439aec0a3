package com.athento.deployment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.refusal.WhatHolds;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The engine forgets when the models say so; what happened is still there to be read. */
@ApplicationTest
class HistoryCleanupTest {

    private static final int ROUNDS = 5;

    @LocalServerPort
    private int port;

    @Autowired
    private Lifecycle lifecycle;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private WhatHolds whatHolds;

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void removesAHistoryWhoseTimeIsOverAndNothingOfOurs() {
        var ended = lifecycle.supported().closes();
        var key = ended.key();
        var running = lifecycle.requested();

        lifecycle.now(lifecycle.now().plus(Duration.ofDays(364)));
        cleansUp();
        assertThat(remembers(ended)).isTrue();

        lifecycle.now(lifecycle.now().plus(Duration.ofDays(8)));
        cleansUp();

        assertThat(remembers(ended)).isFalse();
        assertThat(remembers(running)).isTrue();
        var whole = Visit.by("manager", port).get("/api/interventions/" + key).isFine();
        assertThat(JsonPath.<List<Object>>read(whole.body(), "$.timeline")).isNotEmpty();
        assertThat(JsonPath.<List<Object>>read(whole.body(), "$.approvals")).hasSize(2);
        assertThat(JsonPath.<List<Object>>read(whole.body(), "$.mails")).hasSize(10);
        var manager = Visit.browser(port);
        manager.logsIn("manager", "demo");
        manager.get("/interventions/" + key).isFine();
    }

    /** Mails with a link to it are still about. */
    @Test
    void whatBecameOfATaskIsSaidFromOurTables() {
        var supported = lifecycle.supported();
        var watched = supported.task("close-intervention").getId();
        var closed = supported.closes();
        var closedOn = LocalDate.ofInstant(lifecycle.now(), Lifecycle.MADRID);
        var approved = lifecycle.approved();
        var consent = approved.task("obtain-client-consent").getId();
        var cancelled =
                approved.changes("project", "CANCEL", "No longer needed").continues();
        var closedKey = closed.key();
        var cancelledKey = cancelled.key();
        var cancelledOn = LocalDate.ofInstant(lifecycle.now(), Lifecycle.MADRID);

        lifecycle.now(lifecycle.now().plus(Duration.ofDays(372)));
        cleansUp();

        assertThat(remembers(closed)).isFalse();
        assertThat(remembers(cancelled)).isFalse();
        assertThat(whatHolds.gone(watched)).hasValueSatisfying(gone -> {
            assertThat(gone.key()).contains(closedKey);
            assertThat(gone.sentence())
                    .hasToString(
                            "'Close the intervention' of %s is already completed by support; the intervention has ended as DEPLOYED on %s"
                                    .formatted(closedKey, closedOn));
            assertThat(gone.sentence().in(Language.ES))
                    .isEqualTo(
                            "'Cerrar la intervención' de %s ya la ha completado support; la intervención ha terminado como DEPLOYED el %s"
                                    .formatted(closedKey, closedOn));
        });
        assertThat(whatHolds.gone(consent))
                .hasValueSatisfying(gone -> assertThat(gone.sentence())
                        .hasToString(
                                "'Obtain client consent' of %s is no longer open and was not completed; the intervention has ended as CANCELLED on %s"
                                        .formatted(cancelledKey, cancelledOn)));
        assertThat(whatHolds.gone("no-such-task")).isEmpty();
        var manager = Visit.browser(port);
        manager.logsIn("manager", "demo");
        var page = manager.get("/go/task/" + watched);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body()).contains("/interventions/" + closedKey);
    }

    @Test
    void everyNightHasItsCleanup() {
        assertThat(history.findHistoryCleanupJobs()).isNotEmpty();
    }

    /** As the job executor would at night, as often as a batch was full. */
    private void cleansUp() {
        for (int round = 0; round < ROUNDS; round++) {
            history.cleanUpHistoryAsync(true);
            history.findHistoryCleanupJobs().forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private boolean remembers(Intervention intervention) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceId(intervention.id())
                        .count()
                > 0;
    }
}
