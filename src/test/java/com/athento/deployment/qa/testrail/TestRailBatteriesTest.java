package com.athento.deployment.qa.testrail;

import static com.athento.deployment.process.Elements.ACCEPT_OR_HOTFIX;
import static com.athento.deployment.process.Elements.APPLY_HOTFIX;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.RUN_QA_BATTERY;
import static com.athento.deployment.process.Elements.WATCH_OVER_USERS;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Person;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.SameInstant;
import com.athento.deployment.qa.SentResults;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.Records;
import com.athento.deployment.register.Register;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A battery whose figures are TestRail's: what is offered, what is refused, and what the gate makes of it. */
class TestRailBatteriesTest extends PathsTest {

    private static final Person QA = new Person("qa", Set.of("qa"));

    private static final long PROJECT = 3;

    @RegisterExtension
    static WireMockExtension server = WireMockExtension.newInstance().build();

    /** None is used twice, since it counts once. */
    private static long number = System.nanoTime() / 1_000_000 % 1_000_000_000;

    @Autowired
    SentResults results;

    @Autowired
    Interventions interventions;

    @Autowired
    Records records;

    @Autowired
    Register register;

    @Autowired
    ObjectMapper json;

    private FakeTestRail fake;
    private TestRailBatteries batteries;

    @BeforeEach
    void set() {
        fake = new FakeTestRail(server.getRuntimeInfo().getWireMock(), PROJECT);
        batteries = set(Map.of("SE", PROJECT), Map.of("SE", 5L));
    }

    private TestRailBatteries set(Map<String, Long> projects, Map<String, Long> suites) {
        return set(server.baseUrl(), projects, suites, Set.of(6L));
    }

    private TestRailBatteries set(String base, Map<String, Long> projects, Map<String, Long> suites, Set<Long> passed) {
        var account = base.isEmpty() ? "" : "a";
        return new TestRailBatteries(
                new TestRailProperties(base, account, account, Duration.ofSeconds(2), projects, suites, passed),
                results,
                interventions,
                records,
                register,
                json);
    }

    private static Instant start(Intervention intervention) {
        return intervention.moment("actualStart");
    }

    private SentResults.Taken takes(Intervention intervention, String run) {
        var key = intervention.key();
        return lifecycle.as("qa", () -> batteries.take(key, run));
    }

    private FoundRun begins(Intervention intervention) {
        var key = intervention.key();
        return lifecycle.as("qa", () -> batteries.begin(key));
    }

    private static Intervention finishes(Intervention intervention, SentResults.Taken taken, Map<String, ?> answers) {
        var answer = new HashMap<String, Object>(answers);
        answer.put("qaImport", taken.battery().id());
        return intervention.completes("qa", RUN_QA_BATTERY, answer);
    }

    @ParameterizedTest(name = "{0} of {1} leads to {2}")
    @CsvSource({"7999, 10000, roll-back", "8000, 10000, accept-or-hotfix", "3, 3, watch-over-users"})
    void whatARunSaysGoesThroughTheGate(int passed, int total, String next) {
        var intervention = lifecycle.deployed();
        var run = fake.run(++number).since(start(intervention)).complete(start(intervention));
        run.tests(IntStream.range(0, total).map(test -> test < passed ? 1 : 5).toArray())
                .there();

        finishes(intervention, takes(intervention, "R" + number), Map.of()).continues();

        assertWaiting(intervention).containsExactly(next);
        assertThat(intervention.value("qaPassed")).isEqualTo((long) passed);
        assertThat(intervention.value("qaFinished")).isEqualTo(true);
        assertThat(intervention.value("qaReference")).isEqualTo(server.baseUrl() + "/index.php?/runs/view/" + number);
    }

    @Test
    void showsWhatIsInARunAndTakesItTestByTest() {
        var intervention = lifecycle.deployed();
        var begin = start(intervention);
        fake.run(++number)
                .since(begin)
                .complete(begin.plusSeconds(60))
                .tests(1, 1, 2, 3, 4, 5, 6, 7)
                .there();

        var found = batteries.find(QA, intervention.key(), "R" + number);
        assertThat(found)
                .isEqualTo(new FoundRun(
                        "R" + number,
                        "Battery " + number,
                        server.baseUrl() + "/index.php?/runs/view/" + number,
                        true,
                        Instant.ofEpochSecond(begin.getEpochSecond()),
                        "Quima Alba",
                        Instant.ofEpochSecond(begin.getEpochSecond() + 60),
                        8,
                        3,
                        1,
                        1,
                        3));

        var taken = takes(intervention, found.url());
        assertThat(taken.battery().total()).isEqualTo(8);
        assertThat(taken.battery().passed()).isEqualTo(3);
        assertThat(taken.battery().open()).isEqualTo(3);
        var failed = taken.tests().get(5);
        assertThat(failed.suite()).isEqualTo("Archive");
        assertThat(failed.name()).isEqualTo("Test 6");
        assertThat(failed.why()).isEqualTo("later: expected 3 but was 2");
        assertThat(failed.seconds()).isEqualTo(65);
        assertThat(failed.link()).startsWith(server.baseUrl() + "/index.php?/tests/view/");
        assertThat(taken.tests().get(0).why()).isNull();
        assertThat(taken.tests().get(0).seconds()).isEqualTo(3);
    }

    @Test
    void aPlanHasTheTestsOfAllItsRuns() {
        var intervention = lifecycle.deployed();
        var begin = start(intervention);
        var first = fake.run(++number).since(begin).config("Firefox").tests(1, 1, 1, 1);
        var second = fake.run(++number).since(begin).config("Chrome").tests(1, 5);
        fake.plan(++number, begin, Optional.of(begin), first, second);

        var taken = takes(intervention, "P" + number);

        assertThat(taken.tests())
                .extracting(test -> test.suite())
                .containsOnly("Archive (Firefox)", "Archive (Chrome)");
        finishes(intervention, taken, Map.of()).continues();
        assertWaiting(intervention).containsExactly(ACCEPT_OR_HOTFIX);
        var other = lifecycle.deployed();
        assertRefused(() -> takes(other, "R" + (number - 1)))
                .contains("R%d has counted already, for %s".formatted(number - 1, intervention.key()));
    }

    @Test
    void figuresOfARunThatGoesOnAreThoseSoFar() {
        var intervention = lifecycle.deployed();
        var run = fake.run(++number).since(start(intervention)).tests(1, 1, 1, 3, 3);
        run.there();
        var soFar = takes(intervention, "R" + number);

        assertRefused(() -> finishes(intervention, soFar, Map.of("qaFinished", true)))
                .isEqualTo(
                        "qaFinished: 'true' is not possible, since R%d was not complete when it was taken; close it in TestRail and take it again, or answer false"
                                .formatted(number));
        finishes(intervention, soFar, Map.of()).continues();
        assertThat(records.batteries(intervention.key()).get(0).finished()).isFalse();
        assertWaiting(intervention).containsExactly(RUN_QA_BATTERY);

        run.complete(start(intervention)).tests(1, 1, 1, 1, 1).there();
        finishes(intervention, takes(intervention, "R" + number), Map.of()).continues();
        assertWaiting(intervention).containsExactly(WATCH_OVER_USERS);
    }

    @Test
    void whoeverGoesOnTestingMaySaySoOfACompleteRun() {
        var intervention = lifecycle.deployed();
        fake.run(++number)
                .since(start(intervention))
                .complete(start(intervention))
                .tests(1, 3)
                .there();

        finishes(intervention, takes(intervention, "R" + number), Map.of("qaFinished", false))
                .continues();

        assertWaiting(intervention).containsExactly(RUN_QA_BATTERY);
    }

    @Test
    void whatARunSaysIsNotTypedOver() {
        var intervention = lifecycle.deployed();
        fake.run(++number)
                .since(start(intervention))
                .complete(start(intervention))
                .tests(1, 5)
                .there();
        var taken = takes(intervention, "R" + number);

        assertRefused(() -> finishes(intervention, taken, Map.of("qaPassed", 2)))
                .contains("qaPassed: '2' is not what the results say");
        assertRefused(() -> finishes(intervention, taken, Map.of("qaReference", "https://example.com/runs/1")))
                .startsWith("qaReference: 'https://example.com/runs/1' is not the page of R" + number);
        finishes(intervention, taken, Map.of("qaReference", server.baseUrl() + "/index.php?/runs/view/" + number))
                .continues();
        assertWaiting(intervention).containsExactly(ROLL_BACK);
    }

    @ParameterizedTest(name = "closed {0} s after the start: {1}")
    @CsvSource({"-3600, false", "-1, false", "0, true", "1, true"})
    void aRunThatWasClosedBeforeTheStartIsRefused(int seconds, boolean isTaken) {
        var intervention = lifecycle.deployed();
        var start = start(intervention);
        fake.run(++number)
                .since(start.minusSeconds(7200))
                .complete(start.plusSeconds(seconds))
                .tests(1)
                .there();

        if (isTaken) {
            assertThat(takes(intervention, "R" + number).battery().total()).isEqualTo(1);
        } else {
            assertRefused(() -> takes(intervention, "R" + number)).startsWith("R%d was closed at ".formatted(number));
            assertRefused(() -> batteries.find(QA, intervention.key(), "R" + number))
                    .contains(" UTC; ");
        }
    }

    @Test
    void whatWasTestedBeforeAHotfixSaysNothingOfIt() {
        var intervention = lifecycle.deployed();
        fake.run(++number)
                .since(start(intervention))
                .complete(start(intervention))
                .tests(1, 1, 1, 1, 5)
                .there();
        var first = number;
        fake.run(++number)
                .since(start(intervention))
                .complete(start(intervention))
                .tests(1, 1, 1, 1, 1)
                .there();
        finishes(intervention, takes(intervention, "R" + first), Map.of())
                .after(Duration.ofMinutes(1))
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX", "hotfixReason", "Slow"))
                .completes("systems", APPLY_HOTFIX, Map.of("hotfixReference", "HF-1"));

        assertRefused(() -> takes(intervention, "R" + number)).startsWith("R%d was closed at ".formatted(number));
        fake.run(first)
                .since(start(intervention))
                .complete(lifecycle.now())
                .tests(1, 1, 1, 1, 1)
                .there();
        assertRefused(() -> takes(intervention, "R" + first))
                .isEqualTo("R%d has counted already, for %s; run the tests in a run of their own and take that"
                        .formatted(first, intervention.key()));
    }

    @Test
    void aRunCountsForOneIntervention() {
        var one = lifecycle.deployed();
        var other = lifecycle.deployed();
        fake.run(++number)
                .since(start(one))
                .complete(start(other).plusSeconds(1))
                .tests(1, 3)
                .there();
        var taken = takes(one, "R" + number);
        var takenToo = takes(other, "R" + number);
        finishes(one, taken, Map.of("qaFinished", false));

        assertRefused(() -> finishes(other, takenToo, Map.of()))
                .startsWith("R%d has counted already".formatted(number));
        assertRefused(() -> takes(other, "R" + number)).contains(one.key());
        assertRefused(() -> batteries.find(QA, other.key(), "R" + number)).contains(one.key());
        assertThat(takes(one, "R" + number).battery().total()).isEqualTo(2);
    }

    @Test
    void ofTwoThatCountARunAtTheSameInstantOneIsRefused() throws Exception {
        var one = lifecycle.deployed();
        var other = lifecycle.deployed();
        fake.run(++number)
                .since(start(one))
                .complete(start(other).plusSeconds(1))
                .tests(1, 1)
                .there();
        var taken = takes(one, "R" + number);
        var takenToo = takes(other, "R" + number);

        try (var instant = new SameInstant()) {
            assertThat(instant.both(() -> counts(one, taken), () -> counts(other, takenToo)))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    private static boolean counts(Intervention intervention, SentResults.Taken taken) {
        try {
            finishes(intervention, taken, Map.of());
            return true;
        } catch (RuntimeException refused) {
            assertThat(refused).hasStackTraceContaining("has counted already, for ");
            return false;
        }
    }

    @Test
    void aRunOfAnotherProjectAndOneThatIsNotThereAreRefused() {
        var intervention = lifecycle.deployed();
        fake.run(++number).project(4).since(start(intervention)).tests(1).there();

        assertRefused(() -> takes(intervention, "R" + number))
                .isEqualTo("R%d is of project 4 in TestRail; %s is tested in project 3"
                        .formatted(number, intervention.value("instanceCode")));
        assertRefused(() -> takes(intervention, "R999999999")).startsWith("TestRail has no R999999999");
        assertRefused(() -> takes(intervention, "P999999999")).startsWith("TestRail has no P999999999");
        assertRefused(() -> takes(intervention, "the last one")).startsWith("run: 'the last one' is no run");
    }

    @Test
    void aRunWithoutTestsAndOneThatChangesMeanwhileAreRefused() {
        var intervention = lifecycle.deployed();
        fake.run(++number).since(start(intervention)).tests().there();
        assertRefused(() -> takes(intervention, "R" + number)).startsWith("R%d has no tests".formatted(number));

        fake.run(++number)
                .since(start(intervention))
                .tests(1, 1)
                .there()
                .tests(1, 1, 3)
                .tellsTests();
        assertRefused(() -> takes(intervention, "R" + number))
                .isEqualTo("R%d changed while it was read: TestRail counts 2 tests and tells 3; take it again"
                        .formatted(number));
    }

    @Test
    void offersWhatHasBegunSinceTheStartAndHasNotCounted() {
        var earlier = lifecycle.deployed();
        var intervention = lifecycle.deployed();
        var start = start(intervention);
        var counted = fake.run(++number)
                .since(start)
                .complete(start)
                .tests(1, 1, 1, 1, 1)
                .there();
        finishes(earlier, takes(earlier, "R" + number), Map.of());
        var open = fake.run(++number).since(start.plusSeconds(60)).tests(1, 3);
        var old = fake.run(++number).since(start.minusSeconds(1)).tests(1);
        fake.offers(List.of(counted, open, old), ++number, start.plusSeconds(30));

        var offer = batteries.offered(QA, intervention.key());

        assertThat(offer.available()).isTrue();
        assertThat(offer.begins()).isTrue();
        assertThat(offer.runs()).extracting(FoundRun::run).containsExactly("R" + (number - 2), "P" + number);
        assertThat(offer.runs()).extracting(FoundRun::createdBy).containsOnly("Quima Alba");
        server.verify(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
                urlEqualTo("/index.php?/api/v2/get_runs/3&created_after=" + (start.getEpochSecond() - 1))));
    }

    @Test
    void peopleAreNamedWhereOneMayKnowThem() {
        var intervention = lifecycle.deployed();
        fake.run(++number).since(start(intervention)).tests(1).there();
        fake.hidesPeople();

        assertThat(batteries.find(QA, intervention.key(), "R" + number).createdBy())
                .isNull();
    }

    @Test
    void beginsARunOnceForEachBattery() {
        var intervention = lifecycle.deployed();
        var run = fake.run(++number)
                .since(start(intervention))
                .called(intervention.key() + " #1")
                .tests(3, 3);
        fake.offers(List.of(), 0, start(intervention));
        fake.begins(run);

        assertThat(begins(intervention).run()).isEqualTo("R" + number);
        server.verify(postRequestedFor(urlEqualTo("/index.php?/api/v2/add_run/3"))
                .withRequestBody(equalToJson(
                        "{\"suite_id\":5,\"name\":\"%s #1\",\"include_all\":true}".formatted(intervention.key()))));
        fake.offers(List.of(run), 0, start(intervention));
        assertThat(begins(intervention).run()).isEqualTo("R" + number);
        server.verify(1, postRequestedFor(urlEqualTo("/index.php?/api/v2/add_run/3")));

        batteries = set(Map.of("SE", PROJECT), Map.of());
        assertRefused(() -> begins(intervention)).startsWith("No suite of TestRail is set for ");
    }

    @Test
    void aProjectOfTheInstanceGoesBeforeThatOfItsLine() {
        var intervention = lifecycle.deployed();
        var instance = (String) intervention.value("instanceCode");
        fake.run(++number).project(8).since(start(intervention)).tests(1).there();
        batteries = set(Map.of("SE", PROJECT, instance, 8L), Map.of());
        assertThat(takes(intervention, "R" + number).battery().total()).isEqualTo(1);

        batteries = set(Map.of("ECM", PROJECT), Map.of());
        assertThat(batteries.offered(QA, intervention.key())).isEqualTo(new Offer(false, false, List.of()));
        assertRefused(() -> batteries.find(QA, intervention.key(), "R" + number))
                .isEqualTo(
                        "No project of TestRail is set for %s or SE; set it in deployment.qa.testrail.projects. Meanwhile type the figures"
                                .formatted(instance));
    }

    @Test
    void withoutABaseUrlNothingOfItIsThere() {
        var intervention = lifecycle.deployed();
        batteries = set("", Map.of(), Map.of(), Set.of());

        assertThat(batteries.offered(QA, intervention.key())).isEqualTo(new Offer(false, false, List.of()));
        assertThatThrownBy(() -> batteries.find(QA, intervention.key(), "R1"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "project", "support", "systems", "managers"})
    void onlyQaAndAdminsSee(String team) {
        var intervention = lifecycle.deployed();

        assertRefused(() -> batteries.offered(new Person("somebody", Set.of(team)), intervention.key()))
                .contains("is not of the QA team");
    }

    @Test
    void onceTheTaskIsDoneNothingIsTaken() {
        var intervention = lifecycle.deployed();
        intervention.passes();

        assertRefused(() -> batteries.offered(QA, intervention.key())).startsWith("Nobody waits for a battery of ");
        assertRefused(() -> takes(intervention, "R1")).startsWith("Nobody waits for a battery of ");
    }

    /** Nothing is kept of what was not read to its end, and the figures can be typed. */
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 409, 500})
    void whateverTestRailDoesTheFormWorksByHand(int status) {
        var intervention = lifecycle.deployed();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));

        assertThatThrownBy(() -> batteries.offered(QA, intervention.key()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.message(Language.ES)).contains("TestRail"));
        assertRefused(() -> takes(intervention, "R1")).contains("TestRail");
        intervention.battery(10, 10, 0).continues();
        assertWaiting(intervention).containsExactly(WATCH_OVER_USERS);
    }
}
