package com.athento.deployment.notice.banner;

import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an instance tells its users, from the first notice to a day after the end. */
class BannerTest extends PathsTest {

    private static final String ORIGIN = "https://acme.example";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Test
    void saysWhatIsPlannedFromTheLeadTimeOn() {
        var intervention = agreed();
        lifecycle.now(intervention.moment("noticeAt").minusSeconds(1));
        assertThat(states(intervention)).isEmpty();

        lifecycle.now(intervention.moment("noticeAt"));

        assertThat(states(intervention)).containsExactly("PLANNED");
        assertThat(JsonPath.<String>read(banner(intervention).body(), "$.notices[0].text.es"))
                .isEqualTo(
                        "Se trabajará en Athento el {when} y no responderá durante 45 minutos como máximo. Guarde su trabajo antes.");
    }

    @Test
    void standsInTheTimelineFromTheMomentItIsShown() {
        var intervention = agreed();
        lifecycle.now(intervention.moment("noticeAt").minusSeconds(1));
        assertThat(noticed(intervention)).isEmpty();

        lifecycle.now(intervention.moment("noticeAt"));

        assertThat(noticed(intervention)).extracting(Instant::parse).containsExactly(intervention.moment("noticeAt"));
    }

    private List<String> noticed(Intervention intervention) {
        return JsonPath.read(
                Visit.by("qa", port)
                        .get("/api/interventions/" + intervention.key())
                        .isFine()
                        .body(),
                "$.timeline[?(@.kind == 'NOTICE')].at");
    }

    @Test
    void followsTheDeploymentUntilADayAfterTheEnd() {
        var intervention = agreed().windowOpens().starts();
        assertThat(states(intervention)).containsExactly("IN_PROGRESS");

        intervention.deploys();
        assertThat(states(intervention)).containsExactly("VERIFYING");

        intervention.passes();
        assertThat(states(intervention)).containsExactly("COMPLETED");

        lifecycle.now(lifecycle.now().plus(Duration.ofHours(24)));
        assertThat(states(intervention)).isEmpty();
    }

    @Test
    void saysThatItWasUndone() {
        var intervention = agreed().windowOpens().starts().deploys().battery(100, 79, 21);

        intervention.rollsBack();

        assertThat(states(intervention)).containsExactly("ROLLED_BACK");
    }

    @Test
    void takesBackWhatItHadAnnouncedAndPutsItRightAtOnce() {
        var intervention = agreed();
        intervention.at(intervention.moment("noticeAt"));
        intervention.changes("project", "RESCHEDULE", "Auditors").continues();
        assertThat(states(intervention)).containsExactly("MOVED");
        assertThat(text(intervention)).contains("cambia de fecha", "{when}", "la nueva");

        intervention
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-20T22:00"))
                .continues()
                .agrees();

        assertThat(states(intervention)).containsExactly("PLANNED");
        assertThat(JsonPath.<String>read(banner(intervention).body(), "$.notices[0].start"))
                .isEqualTo("2027-02-20T21:00:00Z");
        assertThat(JsonPath.<String>read(banner(intervention).body(), "$.notices[0].before"))
                .isEqualTo("2027-02-06T21:00:00Z");
        assertThat(text(intervention)).contains("el {before} pasa al {when}");
    }

    @Test
    void whatIsMovedStaysUntilNobodyReckonsWithTheOldDate() {
        var intervention = agreed();
        intervention.at(intervention.moment("noticeAt"));
        intervention.changes("project", "RESCHEDULE", "Auditors").continues();

        lifecycle.now(intervention.moment("windowStart").minusSeconds(1));
        assertThat(states(intervention)).containsExactly("MOVED");
        lifecycle.now(intervention.moment("windowStart"));
        assertThat(states(intervention)).isEmpty();
    }

    @Test
    void whatIsToComeIsNeverTooOld() {
        var intervention = agreed();
        database.sql("update status_update set happened_at = ? where intervention_key = ?")
                .params(
                        com.athento.deployment.process.StoredTime.of(
                                lifecycle.now().minus(Duration.ofDays(500))),
                        intervention.key())
                .update();

        lifecycle.now(intervention.moment("noticeAt"));

        assertThat(states(intervention)).containsExactly("PLANNED");
    }

    @Test
    void saysNothingOfWhatItNeverAnnounced() {
        var intervention = agreed();
        intervention.changes("project", "CANCEL", "No longer wanted").continues();

        assertThat(states(intervention)).isEmpty();
    }

    @Test
    void saysNothingWhereUsersAreToldByMailOnly() {
        var intervention = lifecycle.agreed();

        lifecycle.now(intervention.moment("noticeAt"));

        assertThat(states(intervention)).isEmpty();
    }

    @Test
    void onlyTheInstancesOwnOriginMayReadIt() {
        var intervention = agreed();
        database.sql("update instance set banner_origin = ? where code = ?")
                .params(ORIGIN, intervention.value("instanceCode"))
                .update();

        assertThat(allowed(intervention, ORIGIN)).isEqualTo(ORIGIN);
        assertThat(allowed(intervention, "https://evil.example")).isEmpty();
        assertThat(Visit.nobody(port).get("/banner/nobody.json").status()).isEqualTo(404);
    }

    @Test
    void anUnchangedBannerIsNotSentAgain() {
        var intervention = agreed();
        var tag = banner(intervention).response().headers().firstValue("ETag").orElseThrow();

        var again = Visit.nobody(port).with("If-None-Match", tag).get(path(intervention));

        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void theScriptIsForEveryPage() {
        var script = Visit.nobody(port).get("/banner.js").isFine();

        assertThat(script.response().headers().firstValue("Cross-Origin-Resource-Policy"))
                .contains("cross-origin");
        assertThat(script.response().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void anAdminIsToldHowToEmbedIt() {
        var answer =
                Visit.by("admin", port).get("/api/instances/ACME-PRO/banner").isFine();

        assertThat(JsonPath.<String>read(answer.body(), "$.html"))
                .contains("/banner.js", JsonPath.<String>read(answer.body(), "$.key"));
        Visit.by("admin", port).get("/api/instances/NO-SUCH/banner").isRefused(404);
    }

    private Intervention agreed() {
        return lifecycle.approved(Map.of("noticeChannels", "IN_APP")).agrees();
    }

    private List<String> states(Intervention intervention) {
        return JsonPath.read(banner(intervention).isFine().body(), "$.notices[*].state");
    }

    private String text(Intervention intervention) {
        return JsonPath.read(banner(intervention).body(), "$.notices[0].text.es");
    }

    private Answer banner(Intervention intervention) {
        return Visit.nobody(port).get(path(intervention));
    }

    private String allowed(Intervention intervention, String origin) {
        return Visit.nobody(port)
                .with("Origin", origin)
                .get(path(intervention))
                .response()
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    private static String path(Intervention intervention) {
        return "/banner/" + intervention.value("instanceCode") + ".json";
    }
}
