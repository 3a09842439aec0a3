package com.athento.deployment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.record.TextsOnRecord;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class InterventionPagesTest {

    private static final String MARKUP = "<script>alert(1)</script> ${1+1}\nnext line";

    @LocalServerPort
    private int port;

    @Autowired
    private Lifecycle lifecycle;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void theListSaysWhomAnInterventionWaitsFor() {
        var key = lifecycle.requested().key();

        var page = browser("qa").get("/interventions?q=" + key).isFine().body();

        assertThat(page)
                .contains(key, "Sat 6 Feb 2027, 22:00 +01:00", "21:00 UTC")
                .contains("Analyse and approve for product", "Product");
    }

    @Test
    void anEndedInterventionMovesToTheOtherTab() {
        var intervention = lifecycle.requested();
        intervention.changes("project", "CANCEL", "No longer wanted").continues();

        var visit = browser("qa");

        assertThat(visit.get("/interventions?q=" + intervention.key()).body())
                .doesNotContain("href=\"/interventions/" + intervention.key());
        assertThat(visit.get("/interventions?show=ended&q=" + intervention.key())
                        .body())
                .contains("href=\"/interventions/" + intervention.key(), "Cancelled");
        assertThat(visit.get("/interventions/" + intervention.key()).isFine().body())
                .contains("Ended: Cancelled", "Cancellation requested");
    }

    @Test
    void whatNamedNoWindowStandsLastAndShowsNone() {
        var planned = lifecycle.requested();
        var bare = lifecycle.bareRequest("NEW_SERIES");
        bare.put("instanceCode", planned.value("instanceCode"));
        var intervention = lifecycle.starts("support", bare);
        var list = "/interventions?instance=" + planned.value("instanceCode");
        var shown = "href=\"/interventions/%s";

        // Until its mail has left it is under way.
        assertThat(browser("qa").get(list).isFine().body())
                .containsSubsequence(shown.formatted(planned.key()), shown.formatted(intervention.key()));
        intervention.continues();
        planned.changes("project", "CANCEL", "No longer wanted").continues();
        var visit = browser("qa");
        assertThat(visit.get(list + "&show=ended").isFine().body())
                .containsSubsequence(shown.formatted(planned.key()), shown.formatted(intervention.key()))
                .doesNotContain("null");
        assertThat(visit.get("/interventions/" + intervention.key()).isFine().body())
                .contains("<dt>Expected unavailability</dt><dd>—</dd>")
                .doesNotContain("null min", "<dt>Plan</dt>");
        // Nobody has checked it, so nobody says that nothing was found.
        assertThat(visit.get("/interventions/" + intervention.key()).body()).doesNotContain("found nothing");
        assertThat(visit.get("/interventions/" + planned.key()).body()).contains("found nothing");

        var item = Visit.by("qa", port)
                .get("/api/interventions/" + intervention.key())
                .isFine();
        assertThat(JsonPath.<Object>read(item.body(), "$.windowStart")).isNull();
        assertThat(JsonPath.<Object>read(item.body(), "$.windowStartLocal")).isNull();
        assertThat(JsonPath.<Object>read(item.body(), "$.downtimeMinutes")).isNull();
        assertThat(JsonPath.<Object>read(item.body(), "$.revisions[0].flagPossible"))
                .isNull();
        assertThat(JsonPath.<Object>read(item.body(), "$.revisions[0].bigChanges"))
                .isNull();
        var mail = JsonPath.<Integer>read(item.body(), "$.mails[0].id");
        assertThat(visit.get("/interventions/%s/mails/%d/letter".formatted(intervention.key(), mail))
                        .isFine()
                        .body())
                .contains("</b>) is not a type-4 deployment");
    }

    @Test
    void saysWhomToCallAtTheClient() {
        var key = lifecycle.requested().key();

        assertThat(browser("qa").get("/interventions/" + key).isFine().body())
                .contains("<dt>Contact</dt>", "href=\"tel:+34 910 000 017\"")
                .contains("<dt>Deputy</dt>", "href=\"mailto:luis@acme.example\"");
    }

    @Test
    void theWindowIsLookedForOnTheClientsCalendar() {
        var key = lifecycle
                .requested(Map.of("windowStartLocal", "2027-02-07T00:30"))
                .key();

        assertThat(browser("qa")
                        .get("/interventions?from=2027-02-07&to=2027-02-07&q=" + key)
                        .body())
                .contains("href=\"/interventions/" + key);
        assertThat(browser("qa").get("/interventions?to=2027-02-06&q=" + key).body())
                .doesNotContain("href=\"/interventions/" + key)
                .contains("No intervention fits");
    }

    @Test
    void whateverPeopleTypeStaysText() {
        var intervention = lifecycle.requested(Map.of("reason", MARKUP, "windowStartLocal", "2027-02-03T22:00"));
        intervention.completes(
                "support", Elements.REVISE_REQUEST, Map.of("requesterDecision", "EXCEPT", "exceptionReason", MARKUP));

        var page = browser("qa")
                .get("/interventions/" + intervention.key())
                .isFine()
                .body();

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${1+1}")
                .doesNotContain("<script>alert");
    }

    @Test
    void showsEveryPartOfARolledBackIntervention() {
        var intervention = lifecycle.deployed();
        intervention.battery(100, 50, 50).continues().rollsBack().continues();

        var page = browser("manager")
                .get("/interventions/" + intervention.key())
                .isFine()
                .body();

        assertThat(page)
                .contains("Rolled back", "QA batteries", "50", "Rollback needed", "Approvals")
                .contains("Open in Cockpit", "</html>");
    }

    @Test
    void aRevisionShowsWhatItChanged() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));
        intervention.completes(
                "support",
                Elements.REVISE_REQUEST,
                Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-08T22:00", "downtimeMinutes", 30));

        var page = browser("qa")
                .get("/interventions/" + intervention.key())
                .isFine()
                .body();

        assertThat(page)
                .contains("<del>45</del>", "<ins>30</ins>")
                .contains("<ins>Mon 8 Feb 2027, 22:00 +01:00 (21:00 UTC)</ins>");
    }

    @Test
    void speaksSpanish() {
        var key = lifecycle.requested().key();

        var page = browser("qa")
                .with("Accept-Language", "es")
                .get("/interventions/" + key)
                .body();

        assertThat(page)
                .contains("lang=\"es\"", "Quién la retiene ahora", "Analizar y aprobar por producto")
                .contains("sáb 6 feb 2027, 22:00 +01:00")
                .doesNotContain("??");
    }

    @Test
    void theDiagramIsTheOneOfItsVersion() {
        var key = lifecycle.requested().key();

        var model = browser("qa").get("/interventions/" + key + "/diagram").isFine();

        assertThat(model.body()).contains("<bpmn:process id=\"type-4-deployment\"");
        assertThat(browser("qa").get("/interventions/" + key).body())
                .contains("data-active=\"approve-product approve-project\"");
    }

    @Test
    void aMailOpensAsItWasSentAndCanDoNothing() {
        var intervention = lifecycle.approved();
        var visit = browser("qa");
        var mail = JsonPath.<Integer>read(
                Visit.by("qa", port)
                        .get("/api/interventions/" + intervention.key())
                        .body(),
                "$.mails[0].id");
        var address = "/interventions/" + intervention.key() + "/mails/" + mail;

        assertThat(visit.get(address).isFine().body()).contains("sandbox=\"\"", address + "/letter");
        var letter = visit.get(address + "/letter").isFine();
        assertThat(letter.body()).contains("</html>");
        assertThat(letter.response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "sandbox"));

        TextsOnRecord.putAsBefore(database, intervention.key(), "%");
        assertThat(visit.get(address).isFine().body()).contains("sandbox=\"\"");
        assertThat(visit.get(address + "/letter").isFine().body()).isEqualTo(letter.body());
    }

    @Test
    void whatTheClientWillReadIsWhatItReadsThen() {
        var intervention = lifecycle.requested();
        var page = "/interventions/" + intervention.key() + "/preview";
        var address = page + "/letter";
        assertThat(browser("product").get(page).isFine().body())
                .contains("Solicitamos su conformidad", "Looking at it sends nothing", "src=\"" + address + "\"");
        assertThat(browser("product").get(address).isFine().body())
                .contains("solicita su conformidad", "Monthly upgrade")
                .doesNotContain("/consent/");

        intervention.approves();

        var preview = browser("project").get(address).isFine();
        assertThat(preview.body()).isEqualTo(sent(intervention).replaceAll("https?:[^\"]*/consent/[^\"]*", "#"));
        assertThat(preview.response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "sandbox"));

        intervention.agrees();

        assertThat(browser("systems").get(address).isFine().body()).isEqualTo(sent(intervention));
        assertThat(List.of("", "/letter"))
                .allSatisfy(part -> assertThat(browser("systems")
                                .get("/interventions/INT-2027-9999-X/preview" + part)
                                .status())
                        .isEqualTo(404));
    }

    /** The contact's newest mail as it is kept: the personal link is in none. */
    private String sent(Intervention intervention) {
        var visit = Visit.by("qa", port);
        var mails = visit.get("/api/interventions/" + intervention.key()).body();
        var newest = JsonPath.<List<Integer>>read(mails, "$.mails[?(@.recipientsRole == 'CONTACT')].id").stream()
                .max(Integer::compare);
        return browser("qa")
                .get("/interventions/%s/mails/%d/letter".formatted(intervention.key(), newest.orElseThrow()))
                .isFine()
                .body();
    }

    @Test
    void anotherInterventionsMailIsNotThere() {
        var one = lifecycle.approved();
        var other = lifecycle.requested();
        var mail = JsonPath.<Integer>read(
                Visit.by("qa", port).get("/api/interventions/" + one.key()).body(), "$.mails[0].id");

        assertThat(browser("qa")
                        .get("/interventions/" + other.key() + "/mails/" + mail)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theRequesterCancelsFromThePage() {
        var intervention = lifecycle.requested();
        var visit = browser("support");

        var answer = change(visit, intervention.key(), "CANCEL", "No longer wanted");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(visit.get("/interventions/" + intervention.key()).body()).contains("Done.");
        assertThat(intervention.outcome()).isEqualTo("CANCELLED");
    }

    @Test
    void aRefusalStandsAtTheFormWithWhatWasTyped() {
        var intervention = lifecycle.requested();
        var visit = browser("project");

        change(visit, intervention.key(), "", MARKUP);

        var page = visit.get("/interventions/" + intervention.key()).body();
        assertThat(page)
                .contains("role=\"alert\"", "change: ")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${1+1}");
        assertThat(intervention.outcome()).isNull();
    }

    @Test
    void onlyThoseWhoMayAreOfferedToChangeIt() {
        var intervention = lifecycle.requested();
        var page = "/interventions/" + intervention.key();

        assertThat(browser("qa").get(page).body()).doesNotContain("changeReason");
        assertThat(browser("project").get(page).body()).contains("changeReason");

        var visit = browser("product");
        change(visit, intervention.key(), "CANCEL", "Not mine");
        assertThat(visit.get(page).body()).contains("role=\"alert\"");
        assertThat(intervention.outcome()).isNull();
    }

    @Test
    void tooLateToChangeIsSaid() {
        var intervention = lifecycle.started();
        var visit = browser("project");

        assertThat(visit.get("/interventions/" + intervention.key()).body()).doesNotContain("changeReason");
        change(visit, intervention.key(), "CANCEL", "Stop it");

        assertThat(visit.get("/interventions/" + intervention.key()).body()).contains("role=\"alert\"");
    }

    @Test
    void anOverdueTaskIsMarked() {
        var intervention = lifecycle.approved();
        lifecycle.now(Lifecycle.MORNING.plus(Duration.ofDays(4)));

        assertThat(browser("qa").get("/interventions/" + intervention.key()).body())
                .contains("overdue");
    }

    @Test
    void aStepThatFailedIsNamed() {
        var intervention = lifecycle.agreed();
        var job = jobs.createJobQuery()
                .processInstanceId(intervention.id())
                .activityId("notice-due")
                .singleResult();
        jobs.setJobRetries(job.getId(), 0);

        assertThat(browser("qa")
                        .get("/interventions/" + intervention.key())
                        .isFine()
                        .body())
                .contains("failed</span> <span>Notice due", "data-failed=\"notice-due\"");
        assertThat(JsonPath.<List<String>>read(
                        Visit.by("qa", port)
                                .get("/api/interventions/" + intervention.key())
                                .body(),
                        "$.failed[*].element"))
                .containsExactly("notice-due");
    }

    @Test
    void theNewWindowCanBeNamedOnThePage() {
        var intervention = lifecycle.agreed();
        var visit = browser("project");

        change(visit, intervention.key(), "2027-10-31T02:30", "61", "");
        assertThat(visit.get("/interventions/" + intervention.key()).isFine().body())
                .contains("exists twice in Europe/Madrid", "downtimeMinutes: &#39;61&#39;")
                .contains("value=\"2027-10-31T02:30\"", "value=\"61\"", "name=\"windowOffset\"");

        change(visit, intervention.key(), "2027-10-31T02:30", "30", "+01:00");
        assertThat(intervention.moment("windowStart")).isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
        assertThat(intervention.value("downtimeMinutes")).isEqualTo(30);
    }

    @Test
    void anUnknownKeyIsAPageOfOurs() {
        var answer = browser("qa").get("/interventions/INT-2020-0001-X");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("is no intervention");
    }

    private Visit browser(String account) {
        var visit = Visit.browser(port);
        visit.logsIn(account, "demo");
        return visit;
    }

    private static Visit.Answer change(Visit visit, String key, String change, String reason) {
        visit.get("/interventions/" + key);
        return visit.form(
                "/interventions/" + key + "/change",
                Map.of("change", change, "changeReason", reason, "_csrf", visit.cookie("XSRF-OWN")));
    }

    private static Visit.Answer change(Visit visit, String key, String start, String minutes, String offset) {
        visit.get("/interventions/" + key);
        return visit.form(
                "/interventions/" + key + "/change",
                Map.of(
                        "change",
                        "RESCHEDULE",
                        "changeReason",
                        "Later",
                        "windowStartLocal",
                        start,
                        "downtimeMinutes",
                        minutes,
                        "windowOffset",
                        offset,
                        "_csrf",
                        visit.cookie("XSRF-OWN")));
    }
}
