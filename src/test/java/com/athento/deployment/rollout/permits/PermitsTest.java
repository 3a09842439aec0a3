package com.athento.deployment.rollout.permits;

import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.OverRest;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.process.SameInstant;
import com.athento.deployment.schedule.freezes.KeepFreeze;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class PermitsTest extends PathsTest {

    private static final int TIMES = Integer.getInteger("races.times", 3);

    private static final String KEY = "everybody knows the key of the demo";
    private static final Instant TEN = Instant.parse("2027-02-06T21:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    KeepFreeze keep;

    @Autowired
    JdbcClient database;

    @AfterEach
    void thaw() {
        database.sql("delete from change_freeze").update();
    }

    @Test
    void saysUntilWhenItMayStartAndThenUntilWhenItMustHaveDeployed() throws IOException {
        var intervention = lifecycle.windowOpened();

        var before = takes(intervention, false).isFine().body();
        assertThat(JsonPath.<String>read(before, "$.key")).isEqualTo(intervention.key());
        assertThat(JsonPath.<String>read(before, "$.until")).isEqualTo("2027-02-06T21:30:00Z");
        assertWaiting(intervention).contains(START_DEPLOYMENT);

        var after = takes(intervention, true).isFine().body();
        assertWaiting(intervention).containsExactly(DEPLOY);
        assertThat(JsonPath.<String>read(after, "$.until")).isEqualTo("2027-02-06T21:45:00Z");
        var claims = claims(JsonPath.read(after, "$.token"));
        assertThat(claims.path("intervention").asText()).isEqualTo(intervention.key());
        assertThat(claims.path("instance").asText()).isEqualTo(instance(intervention));
        assertThat(claims.path("version").asText()).isEqualTo("24.2.0");
        assertThat(claims.path("iat").asLong()).isEqualTo(TEN.getEpochSecond());
        assertThat(claims.path("exp").asLong())
                .isEqualTo(Instant.parse("2027-02-06T21:45:00Z").getEpochSecond());

        var whole = Visit.by("qa", port)
                .get("/api/interventions/" + intervention.key())
                .isFine()
                .body();
        assertThat(JsonPath.<List<String>>read(whole, "$.timeline[?(@.kind == 'PERMIT')].person"))
                .containsExactly("systems", "systems");
        assertThat(JsonPath.<List<String>>read(whole, "$.timeline[?(@.kind == 'PERMIT')].note"))
                .contains(claims.path("jti").asText());
        assertThat(JsonPath.<List<String>>read(
                        whole, "$.timeline[?(@.element == 'start-deployment' && @.kind == 'TASK')].person"))
                .containsExactly("systems");
    }

    @Test
    void theSecondTimeItHasBeenStartedAlready() {
        var intervention = lifecycle.windowOpened();
        takes(intervention, true).isFine();
        var started = intervention.moment("actualStart");
        lifecycle.now(TEN.plusSeconds(60));

        assertThat(JsonPath.<String>read(takes(intervention, true).isFine().body(), "$.key"))
                .isEqualTo(intervention.key());
        assertThat(intervention.moment("actualStart")).isEqualTo(started);
        assertWaiting(intervention).containsExactly(DEPLOY);

        lifecycle.now(Instant.parse("2027-02-06T21:45:00Z"));
        assertThat(takes(intervention, true).isRefused(409).message()).contains("the point of no return has passed");
    }

    @Test
    void startsWithinTheToleranceAndNotAMillisecondOutside() {
        var intervention = lifecycle.agreed();
        lifecycle.now(TEN.minusMillis(1));
        assertThat(takes(intervention, true).isRefused(409).message())
                .isEqualTo(intervention.key()
                        + ": it is too early; the window opens at 2027-02-06 22:00 (Europe/Madrid), ask again then");

        intervention.windowOpens();
        lifecycle.now(TEN.plusSeconds(30 * 60).plusMillis(1));
        for (var start : List.of(true, false)) {
            assertThat(takes(intervention, start).isRefused(409).message())
                    .contains("it is too late; it could have started until 2027-02-06 22:30 (Europe/Madrid)");
        }
        lifecycle.now(TEN.plusSeconds(30 * 60));
        takes(intervention, true).isFine();
        assertWaiting(intervention).containsExactly(DEPLOY);
    }

    @Test
    void saysWhatIsMissingStepByStep() {
        var intervention = lifecycle.requested();
        assertThat(takes(intervention, true).isRefused(409).message())
                .startsWith(intervention.key() + " is not approved yet; open now: '");
        intervention.approves().continues();
        assertThat(takes(intervention, true).isRefused(409).message())
                .isEqualTo(intervention.key() + " has no consent of the client yet; open now: 'Obtain client consent'");
        assertThat(Visit.by("systems", port)
                        .with("Accept-Language", "es")
                        .post("/api/permits", body(intervention, false))
                        .isRefused(409)
                        .message())
                .startsWith(intervention.key() + " no tiene todavía la conformidad del cliente; abierto ahora: '");
        intervention
                .agrees()
                .windowOpens()
                .changes("project", "RESCHEDULE", "Auditors")
                .continues();
        assertThat(takes(intervention, true).isRefused(409).message()).contains("is being checked or revised");
        intervention.completes("support", "revise-request", Map.of("requesterDecision", "WITHDRAW"));
        intervention.continues();
        assertThat(takes(intervention, true).isRefused(409).message())
                .isEqualTo(intervention.key() + " has been withdrawn");
    }

    @Test
    void whatIsDoneIsNotDeployedAgain() {
        var intervention = lifecycle.deployed();
        assertThat(takes(intervention, true).isRefused(409).message())
                .isEqualTo(intervention.key() + " is beyond 'Deploy'; open now: 'Run the QA battery'");
        intervention.passes().continues();
        assertThat(takes(intervention, true).isRefused(409).message())
                .isEqualTo(intervention.key() + " is settled: it was deployed, and kept");
    }

    @Test
    void whatWasRolledBackIsNotDeployedAgainEvenAfterItsEnd() {
        var intervention = lifecycle
                .started()
                .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                .rollsBack()
                .continues();
        assertThat(takes(intervention, true).isRefused(409).message())
                .isEqualTo(intervention.key() + " has been rolled back; a new attempt needs a new request");
        database.sql("update intervention set phase = 'ENDED' where intervention_key = :key")
                .param("key", intervention.key())
                .update();
        assertThat(takes(intervention, true).isRefused(409).message()).contains("has been rolled back");
    }

    @Test
    void anotherVersionIsNotPermitted() {
        var intervention = lifecycle.windowOpened();
        for (var version : List.of("\"24.3.0\"", "null")) {
            assertThat(posts(
                                    "systems",
                                    "{\"instance\":\"%s\",\"version\":%s}".formatted(instance(intervention), version))
                            .isRefused(409)
                            .message())
                    .isEqualTo("%s is planned for %s, with version 24.2.0; ask for that one"
                            .formatted(intervention.key(), instance(intervention)));
        }
        posts("systems", "{\"instance\":\"%s\",\"version\":\"24.2\"}".formatted(instance(intervention)))
                .isFine();
    }

    @Test
    void aChangeOfTheConfigurationHasNoVersion() {
        var intervention = lifecycle
                .approved(Map.of("changeKind", "CRONTAB", "targetVersion", Lifecycle.LEFT_OUT))
                .agrees()
                .windowOpens();
        assertThat(takes(intervention, false).isRefused(409).message())
                .isEqualTo(intervention.key()
                        + " leaves the version as it is, and 24.2.0 was asked for; leave the version out");
        var permit = posts("systems", "{\"instance\":\"%s\",\"start\":true}".formatted(instance(intervention)))
                .isFine();
        assertThat(permit.body()).contains(intervention.key());
        assertWaiting(intervention).containsExactly(DEPLOY);
    }

    @Test
    void aFreezeIsNotPassedByAPipeline() {
        var intervention = lifecycle.windowOpened();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", "Closing")
                .put("reason", "Year end")
                .put("contact", "Ana")
                .put("from", "2027-02-06T12:00")
                .put("until", "2027-02-08T00:00");
        json.putObject("scope").putArray("instances").add(instance(intervention));
        lifecycle.as("manager", () -> keep.make(json));

        for (var start : List.of(true, false)) {
            assertThat(takes(intervention, start).isRefused(409).message())
                    .isEqualTo(
                            intervention.key() + ": the freeze 'Closing' holds until 2027-02-08 00:00 (Europe/Madrid)");
        }
        assertWaiting(intervention).contains(START_DEPLOYMENT);
    }

    @Test
    void anotherVersionThanTheApprovedOneOnTheInstanceStops() {
        var intervention = lifecycle.windowOpened();
        lifecycle.states(instance(intervention), "24.1.7", "2027-02-05");

        for (var start : List.of(true, false)) {
            assertThat(takes(intervention, start).isRefused(409).message())
                    .contains("and %s runs 24.1.7 now".formatted(instance(intervention)));
        }
    }

    @Test
    void whoeverHasClaimedTheTaskStartsIt() {
        var intervention = lifecycle.windowOpened();
        tasks.setAssignee(intervention.task(START_DEPLOYMENT).getId(), "manager");

        takes(intervention, false).isFine();
        assertThat(takes(intervention, true).isRefused(409).message())
                .isEqualTo("'Start the deployment' is claimed by manager; only they can complete it");
        assertWaiting(intervention).contains(START_DEPLOYMENT);
        tasks.setAssignee(intervention.task(START_DEPLOYMENT).getId(), "systems");
        takes(intervention, true).isFine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "project", "support", "qa", "manager"})
    void onlySystemsTakePermits(String account) {
        assertThat(posts(account, "{}").isRefused(403).message())
                .isEqualTo("'%s' is not of the systems team, whose accounts take permits".formatted(account));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | instance: missing; give the code of a registered instance",
                "[] | there must be names and values here, such as instance: ACME-PRO",
                "null | there must be names and values here, such as instance: ACME-PRO",
                "{\"instance\":7} | instance: '7' is not a text; send it as a String",
                "{\"instance\":\"ACME-PRO\",\"version\":24.2} | version: '24.2' is not a text; send it as a String",
                "{\"instance\":\"ACME-PRO\",\"version\":\"next\"} | version: 'next' is not a version; give numbers joined by dots, such as 24.2.0",
                "{\"instance\":\"ACME-PRO\",\"start\":\"yes\"} | start: 'yes' is neither true nor false; give one of them",
                "{\"instance\":\"ACME-PRO\",\"force\":true} | force: not known here; possible are instance, version, start",
            })
    void saysWhatIsWrongWithWhatWasSent(String body, String sentence) {
        assertThat(posts("systems", body).isRefused(400).message()).isEqualTo(sentence);
    }

    @Test
    void brokenJsonAndUnknownInstancesAreSaid() {
        assertThat(posts("systems", "{\"instance\":").isRefused(400).message()).contains("JSON");
        assertThat(posts("systems", "{\"instance\":\"NOBODY-PRO\"}")
                        .isRefused(404)
                        .message())
                .isEqualTo("There is no instance 'NOBODY-PRO'");
        assertThat(posts("systems", "{\"instance\":\"%s\"}".formatted(lifecycle.newInstance()))
                        .isRefused(409)
                        .message())
                .startsWith("Nothing is planned for ");
    }

    @Test
    void aPermitAndACancellationExcludeEachOther() throws Exception {
        try (var sameInstant = new SameInstant()) {
            for (int time = 0; time < TIMES; time++) {
                var intervention = lifecycle.windowOpened();
                var change = time % 2 == 0 ? "CANCEL" : "RESCHEDULE";
                var answers = sameInstant.both(
                        () -> takes(intervention, true), new OverRest(port).changes(intervention, change));
                intervention.continues();

                assertThat(answers.stream().filter(answer -> answer.status() < 300))
                        .as("%s", answers)
                        .hasSize(1);
                if (answers.get(0).status() < 300) {
                    assertWaiting(intervention).containsExactly(DEPLOY);
                    assertThat(answers.get(1).isRefused(409).message()).contains("the deployment started at");
                } else {
                    assertThat(answers.get(0).isRefused(409).message())
                            .containsAnyOf("has been cancelled", "is being checked or revised");
                    assertThat(permits(intervention)).isZero();
                }
            }
        }
    }

    /** Two pipelines, and somebody in Tasklist beside one. */
    @Test
    void twoStartsAreOneAndBothPipelinesHaveAPermit() throws Exception {
        try (var sameInstant = new SameInstant()) {
            for (int time = 0; time < TIMES; time++) {
                var intervention = lifecycle.windowOpened();
                var answers = sameInstant.both(() -> takes(intervention, true), () -> takes(intervention, true));

                assertThat(answers).allSatisfy(Answer::isFine);
                assertWaiting(intervention.continues()).containsExactly(DEPLOY);
                assertThat(permits(intervention)).isEqualTo(2);
                assertThat(database.sql(
                                        "select count(*) from timeline where intervention_key = :key and element = 'start-deployment'")
                                .param("key", intervention.key())
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void theScriptsOfTheManualDoWhatItSays(@TempDir Path folder) throws Exception {
        var intervention = lifecycle.windowOpened();
        // Its token is checked against the machine's own clock.
        Files.writeString(folder.resolve("permit.sh"), script("permit.sh"));
        Files.writeString(folder.resolve("check.sh"), script("check-permit.sh").replace("now'", "0'"));

        assertThat(runs(folder, "sh", "permit.sh", instance(intervention), "24.3.0"))
                .startsWith("1 No permit (409): {\"message\":\"" + intervention.key() + " is planned for ");
        assertThat(runs(folder, "sh", "permit.sh", instance(intervention), "24.2.0"))
                .isEqualTo("0 ");
        assertWaiting(intervention).containsExactly(DEPLOY);
        String token = JsonPath.read(Files.readString(folder.resolve("permit.json")), "$.token");
        assertThat(claims(token).path("intervention").asText()).isEqualTo(intervention.key());
        assertThat(runs(folder, "sh", "check.sh", token, instance(intervention)))
                .isEqualTo("0 ");
        assertThat(runs(folder, "sh", "check.sh", token, "OTHER-PRO"))
                .isEqualTo("1 The permit is over, or for another instance\n");
        assertThat(runs(folder, "sh", "check.sh", token + "x", instance(intervention)))
                .isEqualTo("1 The permit is not ours\n");
    }

    private static String script(String name) throws IOException {
        var block = Pattern.compile("```sh\n(# %s .*?)```".formatted(Pattern.quote(name)), Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/permits.md")));
        assertThat(block.find()).as(name).isTrue();
        return block.group(1);
    }

    /** How it ended, and what it said. */
    private String runs(Path folder, String... command) throws Exception {
        var program = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        program.environment()
                .putAll(Map.of(
                        "PERMIT_URL",
                        "http://127.0.0.1:" + port,
                        "PERMIT_ACCOUNT",
                        "systems",
                        "PERMIT_PASSWORD",
                        "demo",
                        "PERMIT_KEY",
                        KEY));
        var running = program.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return running.waitFor() + " " + said;
    }

    private int permits(Intervention intervention) {
        return database.sql("select count(*) from permit where intervention_key = :key")
                .param("key", intervention.key())
                .query(Integer.class)
                .single();
    }

    /** What a token says, if it is ours. */
    private static JsonNode claims(String token) throws IOException {
        var claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertThat(token.split("\\.")).hasSize(3);
        return claims;
    }

    private Answer takes(Intervention intervention, boolean start) {
        return posts("systems", body(intervention, start));
    }

    private String body(Intervention intervention, boolean start) {
        return "{\"instance\":\"%s\",\"version\":\"24.2.0\",\"start\":%s}".formatted(instance(intervention), start);
    }

    private String instance(Intervention intervention) {
        return database.sql("select instance_code from intervention where intervention_key = :key")
                .param("key", intervention.key())
                .query(String.class)
                .single();
    }

    private Answer posts(String account, String body) {
        return Visit.by(account, port).post("/api/permits", body);
    }
}
