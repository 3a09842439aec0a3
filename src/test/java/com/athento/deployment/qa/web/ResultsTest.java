package com.athento.deployment.qa.web;

import static com.athento.deployment.process.Elements.ACCEPT_OR_HOTFIX;
import static com.athento.deployment.process.Elements.APPLY_HOTFIX;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.RUN_QA_BATTERY;
import static com.athento.deployment.process.Elements.WATCH_OVER_USERS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.process.SameInstant;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import com.athento.deployment.security.Visit.Part;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Results that are sent instead of typed: their figures go through the gate, and nothing else does. */
class ResultsTest extends PathsTest {

    private static final int TIMES = Integer.getInteger("races.times", 5);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @ParameterizedTest(name = "{0} of {1} leads to {2}")
    @CsvSource({"7999, 10000, roll-back", "8000, 10000, accept-or-hotfix", "3, 3, watch-over-users"})
    void whatWasSentGoesThroughTheGate(int passed, int total, String next) {
        var intervention = lifecycle.deployed();
        var sent = sends(intervention, suite(passed, total - passed));

        assertThat(JsonPath.<Integer>read(sent, "$.total")).isEqualTo(total);
        assertThat(JsonPath.<Integer>read(sent, "$.passed")).isEqualTo(passed);
        assertThat(JsonPath.<List<?>>read(sent, "$.notPassed")).hasSize(Math.min(1_000, total - passed));
        finishes(intervention, id(sent), Map.of()).continues();
        assertWaiting(intervention).containsExactly(next);
        assertThat(intervention.value("qaPassed")).isEqualTo((long) passed);
    }

    @Test
    void saysOfTheFilesOfSeveralToolsWhatDidNotPass() throws IOException {
        var intervention = lifecycle.deployed();
        var sent = Visit.by("qa", port)
                .parts(address(intervention), List.of(sample("1-surefire-flaky.xml"), sample("5-jest.xml")))
                .isFine()
                .body();

        assertThat(Arrays.asList(
                        JsonPath.<Integer>read(sent, "$.total"),
                        JsonPath.<Integer>read(sent, "$.passed"),
                        JsonPath.<Integer>read(sent, "$.failed"),
                        JsonPath.<Integer>read(sent, "$.blocked"),
                        JsonPath.<Integer>read(sent, "$.open"),
                        JsonPath.<Integer>read(sent, "$.flaky")))
                .containsExactly(9, 4, 3, 0, 2, 1);
        assertThat(JsonPath.<Map<String, String>>read(sent, "$.notPassed[0]"))
                .containsAllEntriesOf(Map.of(
                        "suite", "it.ArchiveTest",
                        "name", "exportsSeries[Ñandú, 2027-01-31]",
                        "status", "FAILED",
                        "message", "no file"));
    }

    @Test
    void figuresAreNotTypedOverTheResults() {
        var intervention = lifecycle.deployed();
        var id = id(sends(intervention, suite(8, 2)));

        assertThat(completes(intervention, id, Map.of("qaPassed", 10))
                        .isRefused(400)
                        .message())
                .isEqualTo(
                        "qaPassed: '10' is not what the results say, which is 8; leave the figures out, or the import");
        assertThat(completes(intervention, id, Map.of("qaPassed", 8, "qaTotal", "10"))
                        .status())
                .isEqualTo(204);
        assertWaiting(intervention.continues()).containsExactly(ACCEPT_OR_HOTFIX);
    }

    @Test
    void ofTwoPeopleWhoSendAndFinishAtOnceTheResultsOfOneCount() throws Exception {
        try (var sameInstant = new SameInstant()) {
            for (int time = 0; time < TIMES; time++) {
                var intervention = lifecycle.deployed();
                var sent = sameInstant.both(
                        () -> id(sends(intervention, suite(9, 1))), () -> id(sends(intervention, suite(8, 2))));
                assertThat(sent.get(0)).isNotEqualTo(sent.get(1));

                var task = intervention.task(RUN_QA_BATTERY).getId();
                var answers = sameInstant.both(
                        () -> completes(task, sent.get(0), Map.of()), () -> completes(task, sent.get(1), Map.of()));
                intervention.continues();

                var first = answers.get(0).status() == 204;
                assertThat(answers.get(first ? 1 : 0).isRefused(409).message()).isNotBlank();
                assertWaiting(intervention).containsExactly(ACCEPT_OR_HOTFIX);
                assertThat(intervention.value("qaPassed")).isEqualTo(first ? 9L : 8L);
                assertThat(database.sql("select import_id from qa_run where intervention_key = ?")
                                .param(intervention.key())
                                .query(String.class)
                                .list())
                        .containsExactly(sent.get(first ? 0 : 1));
            }
        }
    }

    @Test
    void resultsCountOnceAndForTheBatteryForWhichTheyWereSent() {
        var intervention = lifecycle.deployed();
        var first = id(sends(intervention, suite(8, 2)));
        var second = id(sends(intervention, suite(9, 1)));
        assertThat(completes(intervention, "nothing", Map.of()).isRefused(400).message())
                .startsWith("qaImport: 'nothing' is no import for " + intervention.key());
        finishes(intervention, first, Map.of()).continues();
        assertThat(Visit.by("qa", port)
                        .parts(address(intervention), List.of(file("late.xml", suite(9, 1))))
                        .isRefused(409)
                        .message())
                .isEqualTo("Nobody waits for a battery of %s now: it is sent while 'Run the QA battery' is open"
                        .formatted(intervention.key()));

        intervention
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX", "hotfixReason", "Slow"))
                .completes("systems", APPLY_HOTFIX, Map.of("hotfixReference", "HF-1"));
        assertThat(completes(intervention, first, Map.of()).isRefused(409).message())
                .contains("has counted already");
        assertThat(completes(intervention, second, Map.of()).isRefused(409).message())
                .isEqualTo("qaImport: '%s' was sent for a battery that is finished by now, with other figures", second);
        var again = id(sends(intervention, suite(8, 2)));
        assertThat(completes(intervention, again, Map.of()).isRefused(409).message())
                .contains("the very results of the finished battery before");
        var fewer = id(sends(intervention, suite(9, 0)));
        assertThat(completes(intervention, fewer, Map.of()).isRefused(400).message())
                .contains("'9' is fewer than the 10 tests");
        finishes(intervention, id(sends(intervention, suite(10, 0))), Map.of()).continues();
        assertWaiting(intervention).containsExactly(WATCH_OVER_USERS);
    }

    /** Files that arrive while a battery is being recorded are kept after its others have gone. */
    @Test
    void resultsFromBeforeTheBatteryWasAskedForDoNotCount() {
        var intervention = lifecycle.deployed();
        var id = id(sends(intervention, suite(10, 0)));
        database.sql("update battery_import set imported_at = :at where intervention_key = :key")
                .param("at", StoredTime.of(intervention.moment("actualStart").minusSeconds(1)))
                .param("key", intervention.key())
                .update();

        assertThat(completes(intervention, id, Map.of()).isRefused(409).message())
                .contains("was sent before this battery was asked for");
    }

    @Test
    void aFileThatIsSentTwiceCountsOnceAndAnotherOrderMakesNoOtherResults() {
        var intervention = lifecycle.deployed();
        var one = file("one.xml", suite("one"));
        var two = file("two.xml", suite("two"));
        var sent = Visit.by("qa", port)
                .parts(address(intervention), List.of(one, two, one))
                .isFine()
                .body();
        assertThat(JsonPath.<Integer>read(sent, "$.total")).isEqualTo(18);
        finishes(intervention, id(sent), Map.of())
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX", "hotfixReason", "Slow"))
                .completes("systems", APPLY_HOTFIX, Map.of("hotfixReference", "HF-2"));

        var again = Visit.by("qa", port)
                .parts(address(intervention), List.of(two, one))
                .isFine()
                .body();
        assertThat(completes(intervention, id(again), Map.of()).isRefused(409).message())
                .contains("the very results of the finished battery before");
    }

    @Test
    void resultsOfAnotherInterventionAreNone() {
        var other = lifecycle.deployed();
        var id = id(sends(other, suite(10, 0)));
        finishes(other, id, Map.of()).continues();
        var intervention = lifecycle.deployed();

        assertThat(completes(intervention, id, Map.of()).isRefused(400).message())
                .contains("is no import for");
    }

    @Test
    void whatDidNotPassIsComparedWithTheInstanceItselfAndWithWhereTheVersionWasProven() {
        var proven = lifecycle.deployed();
        finishes(proven, id(sends(proven, suite("old", "there"))), Map.of())
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "ACCEPT"))
                .continues();
        var intervention = lifecycle.deployed();
        finishes(intervention, id(sends(intervention, suite("there", "fresh"))), Map.of());

        assertThat(known(intervention)).containsExactly("1 there FAILED KNOWN_THERE no", "1 fresh FAILED NEW no");
        var browser = Visit.browser(port);
        browser.logsIn("qa", "demo");
        assertThat(browser.get("/interventions/" + intervention.key()).isFine().body())
                .contains("2 tests that did not pass", "known where it was proven", "counted in files");
    }

    @Test
    void whatSomebodyTypedIsMarkedSo() {
        var intervention = lifecycle.deployed().battery(10, 9, 1);

        var browser = Visit.browser(port);
        browser.logsIn("qa", "demo");
        assertThat(browser.get("/interventions/" + intervention.key()).isFine().body())
                .contains(">typed<")
                .doesNotContain("counted in");
        assertThat(JsonPath.<String>read(
                        Visit.by("qa", port)
                                .get("/api/interventions/" + intervention.key())
                                .body(),
                        "$.qaRuns[0].origin"))
                .isEqualTo("TYPED");
    }

    @Test
    void whatFailedHereBeforeIsToldApart() {
        var before = lifecycle.deployed();
        finishes(before, id(sends(before, suite("always"))), Map.of())
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "ACCEPT"))
                .continues()
                .supportEnds()
                .closes();
        var intervention = lifecycle
                .approved(Map.of(
                        "instanceCode",
                        before.value("instanceCode"),
                        "changeKind",
                        "CRONTAB",
                        "targetVersion",
                        Lifecycle.LEFT_OUT))
                .agrees()
                .windowOpens()
                .starts()
                .deploys();
        finishes(intervention, id(sends(intervention, suite("always", "brought"))), Map.of());

        assertThat(known(intervention)).containsExactly("1 always FAILED FAILED_BEFORE no", "1 brought FAILED NEW no");
    }

    private List<String> known(Intervention intervention) {
        var answer = Visit.by("qa", port)
                .get("/api/interventions/" + intervention.key())
                .isFine()
                .body();
        return JsonPath.<List<Map<String, Object>>>read(answer, "$.notPassed").stream()
                .map(one -> "%s %s %s %s %s"
                        .formatted(
                                one.get("battery"),
                                one.get("name"),
                                one.get("status"),
                                one.get("known"),
                                one.get("message")))
                .toList();
    }

    /** Eight that pass, and these that fail. */
    private static String suite(String... failing) {
        return "<testsuite name='s'>%s%s</testsuite>"
                .formatted(
                        cases(8, ""),
                        Arrays.stream(failing)
                                .map("<testcase name='%s'><failure message='no'/></testcase>"::formatted)
                                .collect(joining()));
    }

    @Test
    void figuresSoFarCanBeSentBeforeAllHaveRun() {
        var intervention = lifecycle.deployed();
        var id = id(sends(intervention, "<testsuite>%s%s</testsuite>".formatted(cases(7, ""), cases(3, "<skipped/>"))));

        intervention.completes("qa", RUN_QA_BATTERY, Map.of("qaImport", id, "qaFinished", false));
        assertWaiting(intervention).containsExactly(RUN_QA_BATTERY);
        finishes(intervention, id(sends(intervention, suite(7, 3))), Map.of()).continues();
        assertWaiting(intervention).containsExactly(ROLL_BACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "project", "support", "systems", "manager"})
    void onlyQaSends(String account) {
        var intervention = lifecycle.deployed();

        assertThat(Visit.by(account, port)
                        .parts(address(intervention), List.of(file("a.xml", suite(1, 0))))
                        .isRefused(403)
                        .message())
                .isEqualTo("'%s' is not of the QA team, which sends the results of batteries".formatted(account));
    }

    @Test
    void saysWhatIsWrongWithWhatWasSent() {
        var intervention = lifecycle.deployed();
        var qa = Visit.by("qa", port);
        var address = address(intervention);

        assertThat(qa.parts("/api/interventions/INT-2027-9999-NONE/batteries", List.of(file("a.xml", suite(1, 0))))
                        .isRefused(404)
                        .message())
                .contains("'INT-2027-9999-NONE' is no intervention");
        assertThat(qa.parts(address, List.of(file("a.xml", ""))).isRefused(400).message())
                .startsWith("files: nothing was sent");
        assertThat(qa.parts(address, List.of(new Part("other", "a.xml", "text/xml", suite(1, 0))))
                        .isRefused(400)
                        .message())
                .startsWith("files: nothing was sent");
        assertThat(qa.post(address, "{}").isRefused(400).message()).startsWith("files: nothing was sent");
        assertThat(qa.parts(address, List.of(file("page.html", "<html/>")))
                        .isRefused(400)
                        .message())
                .startsWith("files: 'page.html' is no JUnit XML");
        assertThat(qa.parts(address, List.of(file("empty.xml", "<testsuites/>")))
                        .isRefused(400)
                        .message())
                .startsWith("files: no test is in them");
        assertThat(qa.parts(address, List.of(file("cut.zip", "PK\u0003\u0004 and so on")))
                        .isRefused(400)
                        .message())
                .startsWith("files: 'cut.zip' is no whole zip");
        assertThat(qa.with("Accept-Language", "es")
                        .parts(address, List.of(file("página.html", "<html/>")))
                        .isRefused(400)
                        .message())
                .startsWith("files: 'página.html' no es JUnit XML");
        assertWaiting(intervention).containsExactly(RUN_QA_BATTERY);
    }

    @Test
    void aFormWithoutABoundaryIsNone() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:%d%s".formatted(port, address(lifecycle.deployed()))))
                                .header("Content-Type", "multipart/form-data")
                                .header(
                                        "Authorization",
                                        "Basic " + HttpHeaders.encodeBasicAuth("qa", "demo", StandardCharsets.UTF_8))
                                .POST(HttpRequest.BodyPublishers.ofString(suite(1, 0)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing was sent as multipart/form-data");
    }

    @Test
    void whatIsTooLargeIsReadToItsEndAndRefused() {
        var intervention = lifecycle.deployed();

        assertThat(Visit.by("qa", port)
                        .parts(address(intervention), List.of(file("a.xml", "x".repeat(21 << 20))))
                        .isRefused(413)
                        .message())
                .startsWith("files: more than 20 MiB were sent");
    }

    private String sends(Intervention intervention, String xml) {
        return Visit.by("qa", port)
                .parts(address(intervention), List.of(file("results.xml", xml)))
                .isFine()
                .body();
    }

    private static String id(String sent) {
        return JsonPath.read(sent, "$.id");
    }

    private Intervention finishes(Intervention intervention, String id, Map<String, ?> figures) {
        assertThat(completes(intervention, id, figures).status()).isEqualTo(204);
        return intervention;
    }

    private Answer completes(Intervention intervention, String id, Map<String, ?> figures) {
        return completes(intervention.task(RUN_QA_BATTERY).getId(), id, figures);
    }

    private Answer completes(String task, String id, Map<String, ?> figures) {
        var answer = new HashMap<String, Object>(figures);
        answer.put("qaImport", id);
        answer.put("qaFinished", true);
        var variables = answer.entrySet().stream()
                .map(one -> "\"%s\":{\"value\":%s}"
                        .formatted(
                                one.getKey(),
                                one.getValue() instanceof String text ? "\"" + text + "\"" : one.getValue()))
                .collect(joining(","));
        return Visit.by("qa", port)
                .post("/engine-rest/task/%s/complete".formatted(task), "{\"variables\":{%s}}".formatted(variables));
    }

    private static String address(Intervention intervention) {
        return "/api/interventions/%s/batteries".formatted(intervention.key());
    }

    private static String suite(int passed, int failed) {
        return "<testsuite name='s'>%s%s</testsuite>".formatted(cases(passed, ""), cases(failed, "<failure/>"));
    }

    private static String cases(int count, String inside) {
        return IntStream.range(0, count)
                .mapToObj(number -> "<testcase name='t%s%d'>%s</testcase>".formatted(inside.length(), number, inside))
                .collect(joining());
    }

    private static Part sample(String name) throws IOException {
        try (var in = ResultsTest.class.getResourceAsStream("/qa/" + name)) {
            return file(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Part file(String name, String xml) {
        return new Part("files", name, "text/xml", xml);
    }
}
