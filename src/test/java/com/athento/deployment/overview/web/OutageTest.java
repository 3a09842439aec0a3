package com.athento.deployment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An instance that is down looks down, on the pages and in the API, from the start to the release. */
@ApplicationTest
class OutageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Lifecycle lifecycle;

    @Autowired
    private RuntimeService runtime;

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void aRunningDeploymentIsDownAndItsHourCounts() {
        var intervention = lifecycle.windowOpened();
        assertThat(whole(intervention))
                .containsEntry("state", "SERVICE_UP")
                .containsEntry("hour", null)
                .containsEntry("downtimeSpent", null);

        intervention.starts();
        assertDown(intervention, 0, "RUNNING", "2027-02-06T21:00:00Z");

        intervention.deploys();
        assertDown(intervention, 20, "RUNNING", "2027-02-06T21:00:00Z");

        intervention.after(Duration.ofMinutes(25));
        assertDown(intervention, 45, "RUNNING", "2027-02-06T21:00:00Z");
        intervention.after(Duration.ofMinutes(1));
        assertDown(intervention, 46, "OVERRUN", "2027-02-06T21:00:00Z");
        intervention.after(Duration.ofMinutes(15));
        assertDown(intervention, 61, "BROKEN", "2027-02-06T21:00:00Z");

        intervention.passes();
        assertThat(whole(intervention))
                .containsEntry("state", "SERVICE_UP")
                .containsEntry("stateSince", "2027-02-06T22:01:00Z")
                .containsEntry("outcome", "DEPLOYED")
                .containsEntry("downtimeSpent", 61)
                .containsEntry("hour", "BROKEN");
        assertThat(page(intervention))
                .contains("Deployed", "the hour is broken")
                .doesNotContain("Service down");
    }

    @Test
    void aDemandedRollbackIsASecondOutageUntilAVersionRuns() {
        var intervention = lifecycle.inSupport().reports("Documents are lost", "BLOCKER");
        assertThat(page(intervention)).contains("Deployed", "20 min", "the hour is kept");

        intervention
                .after(Duration.ofHours(2))
                .completes("support", Elements.RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"))
                .completes("manager", Elements.CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true));
        assertDown(intervention, 20, "RUNNING", "2027-02-06T23:20:00Z");

        intervention
                .after(Duration.ofMinutes(41))
                .completes("systems", Elements.ROLL_BACK, Map.of("runningVersion", "NEITHER"));
        assertDown(intervention, 61, "BROKEN", "2027-02-06T23:20:00Z");

        intervention.completes("systems", Elements.RECOVER_INSTANCE, Map.of("runningVersion", "PREVIOUS"));
        assertThat(whole(intervention))
                .containsEntry("state", "SERVICE_UP")
                .containsEntry("stateSince", "2027-02-07T00:01:00Z")
                .containsEntry("outcome", "ROLLED_BACK");
    }

    @Test
    void whereTheNewVersionRunsOnItIsUpSinceThenThroughTheWholeBattery() {
        var intervention = lifecycle.started();
        intervention
                .after(Duration.ofMinutes(10))
                .completes("systems", Elements.DEPLOY, Map.of("deploymentResult", "FAILED"));
        assertDown(intervention, 10, "RUNNING", "2027-02-06T21:00:00Z");
        intervention.completes("systems", Elements.ROLL_BACK, Map.of("runningVersion", "NEW"));
        assertThat(whole(intervention)).containsEntry("stateSince", "2027-02-06T21:10:00Z");

        intervention.after(Duration.ofMinutes(30)).passes();

        assertThat(whole(intervention))
                .containsEntry("stateSince", "2027-02-06T21:10:00Z")
                .containsEntry("downtimeSpent", 10);
    }

    @Test
    void whatIsDownStandsFirstAndIsListedOnce() {
        lifecycle.requested(Map.of("windowStartLocal", "2027-02-05T22:00"));
        var down = lifecycle.started();
        var instance = down.value("instanceCode");
        var next = another(instance, "2027-02-09T22:00");
        var last = another(instance, "2027-02-10T22:00");

        var list = "/api/interventions?instance=" + instance;
        assertThat(keys(list)).containsExactly(down.key(), last, next);
        assertThat(keys(list + "&size=1")).containsExactly(down.key());
        assertThat(keys(list + "&size=1&page=1")).containsExactly(last);
        assertThat(keys(list + "&size=1&page=2")).containsExactly(next);
        assertThat(keys(list + "&size=2&page=1")).containsExactly(next);
        assertThat(keys(list + "&size=2&page=2")).isEmpty();
        assertThat(JsonPath.<List<String>>read(api("/api/board"), "$.items[*].state"))
                .isSorted();

        var page = browser().get("/interventions?instance=" + instance).isFine().body();
        assertThat(page).contains("<tr class=\"down\">", "Service down");
        assertThat(page.indexOf(down.key())).isLessThan(page.indexOf(next));
    }

    @Test
    void whatAnAdminRemovesCountsOnNoLonger() {
        var intervention = lifecycle.started().after(Duration.ofMinutes(5));

        runtime.deleteProcessInstance(intervention.id(), "a try");
        intervention.after(Duration.ofHours(5));

        assertThat(whole(intervention))
                .containsEntry("phase", "ENDED")
                .containsEntry("state", "SERVICE_UP")
                .containsEntry("downtimeSpent", 5);
        assertThat(page(intervention)).doesNotContain("Service down");
    }

    @Test
    void saysSoInSpanish() {
        var intervention = lifecycle.started();

        assertThat(browser()
                        .with("Accept-Language", "es")
                        .get("/interventions/" + intervention.key())
                        .body())
                .contains("Servicio caído: los usuarios de", "la hora corre")
                .doesNotContain("??");
    }

    private void assertDown(Lifecycle.Intervention intervention, int minutes, String hour, String since) {
        assertThat(whole(intervention))
                .containsEntry("state", "SERVICE_DOWN")
                .containsEntry("stateSince", since)
                .containsEntry("outcome", null)
                .containsEntry("downtimeSpent", minutes)
                .containsEntry("hour", hour);
        assertThat(page(intervention))
                .contains("class=\"outage\"", "Service down", minutes + " min")
                .doesNotContain("the hour is kept", ">Deployed<");
    }

    private String page(Lifecycle.Intervention intervention) {
        return browser().get("/interventions/" + intervention.key()).isFine().body();
    }

    private Map<String, Object> whole(Lifecycle.Intervention intervention) {
        return JsonPath.read(api("/api/interventions/" + intervention.key()), "$");
    }

    private String another(Object instance, String start) {
        return lifecycle
                .requested(Map.of("instanceCode", instance, "windowStartLocal", start))
                .key();
    }

    private List<String> keys(String path) {
        return JsonPath.read(api(path), "$.items[*].key");
    }

    private Visit browser() {
        var visit = Visit.browser(port);
        visit.logsIn("qa", "demo");
        return visit;
    }

    private String api(String path) {
        return Visit.by("qa", port).get(path).isFine().body();
    }
}
