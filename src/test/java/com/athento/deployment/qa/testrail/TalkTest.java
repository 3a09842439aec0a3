package com.athento.deployment.qa.testrail;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Refused.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we say to TestRail, and what becomes of its answers. */
class TalkTest {

    private static final String API = "/index.php?/api/v2/";

    @RegisterExtension
    static WireMockExtension server = WireMockExtension.newInstance().build();

    private static TestRail testRail() {
        return testRail(server.baseUrl(), Duration.ofSeconds(2), Duration.ofSeconds(6));
    }

    private static TestRail testRail(String base, Duration timeout, Duration patience) {
        var settings =
                new TestRailProperties(base, "qa@acme.example", "key", timeout, Map.of("SE", 1L), Map.of(), Set.of());
        return new TestRail(settings, settings.base().orElseThrow(), patience, new ObjectMapper());
    }

    private static void answers(String method, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlEqualTo(API + method)).willReturn(answer));
    }

    private static List<Long> tests() {
        try (var talk = testRail().talk()) {
            return talk.all("get_tests/12", "tests").stream()
                    .map(test -> test.path("id").asLong())
                    .toList();
        }
    }

    private static Optional<JsonNode> run() {
        try (var talk = testRail().talk()) {
            return talk.find("get_run/12");
        }
    }

    @Test
    void logsInAndAsksForOneThing() {
        answers("get_run/12", okJson("{\"id\":12,\"name\":\"Ñandú\",\"of_a_later_version\":{\"a\":[1]}}"));

        assertThat(run().orElseThrow().path("name").asText()).isEqualTo("Ñandú");
        server.verify(getRequestedFor(urlEqualTo(API + "get_run/12"))
                .withBasicAuth(new com.github.tomakehurst.wiremock.client.BasicCredentials("qa@acme.example", "key")));
    }

    @Test
    void itMayLieBelowAPathAndItsAddressMayEndInASlash() {
        server.stubFor(get(urlEqualTo("/testrail" + API + "get_run/12")).willReturn(okJson("{\"id\":12}")));

        try (var talk = testRail(server.baseUrl() + "/testrail/", Duration.ofSeconds(2), Duration.ofSeconds(6))
                .talk()) {
            assertThat(talk.find("get_run/12")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void whatItDoesNotHaveIsNone(int status) {
        answers("get_run/12", aResponse().withStatus(status).withBody("{\"error\":\"Field :run_id is not valid.\"}"));

        assertThat(run()).isEmpty();
    }

    @Test
    void followsThePagesToTheLast() {
        // A limit of 0 means that of the server.
        answers("get_tests/12", okJson(page(1, 250, "/api/v2/get_tests/12&limit=0&offset=250")));
        answers("get_tests/12&limit=0&offset=250", okJson(page(251, 500, "/api/v2/get_tests/12&limit=250&offset=500")));
        answers("get_tests/12&limit=250&offset=500", okJson(page(501, 507, null)));

        assertThat(tests()).hasSize(507).doesNotHaveDuplicates();
    }

    @Test
    void anOlderServerAnswersWithAllOfItAtOnce() {
        answers("get_tests/12", okJson("[{\"id\":1},{\"id\":2}]"));

        assertThat(tests()).containsExactly(1L, 2L);
    }

    @Test
    void aPageThatLeadsToItselfIsReadOnce() {
        answers("get_tests/12", okJson(page(1, 2, "/api/v2/get_tests/12&offset=2")));
        answers("get_tests/12&offset=2", okJson(page(3, 4, "/api/v2/get_tests/12&offset=2")));

        assertThat(tests()).containsExactly(1L, 2L, 3L, 4L);
    }

    /** The password goes nowhere but to TestRail. */
    @Test
    void ofALinkToAnotherServerOnlyTheParametersAreFollowed() {
        answers(
                "get_tests/12",
                okJson(page(1, 2, "http://elsewhere.example/index.php?/api/v2/get_tests/12&limit=2&offset=2")));
        answers("get_tests/12&limit=2&offset=2", okJson(page(3, 3, null)));

        assertThat(tests()).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example/",
                "/api/v2/get_tests/13&offset=2",
                "/api/v2/delete_run/12&offset=2",
                "/api/v2/get_tests/12&offset=2 HTTP/1.1",
                "/api/v2/get_tests/12&offset=2#x",
                "x"
            })
    void aLinkToSomethingElseIsNotFollowed(String link) {
        answers("get_tests/12", okJson(page(1, 2, link)));

        assertRefused(TalkTest::tests, Reason.INVALID, "TestRail leads on to '");
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    private static String page(int first, int last, String next) {
        return "{\"offset\":%d,\"limit\":250,\"size\":%d,\"_links\":{\"next\":%s,\"prev\":null},\"tests\":%s}"
                .formatted(
                        first - 1,
                        last - first + 1,
                        next == null ? "null" : "\"" + next + "\"",
                        IntStream.rangeClosed(first, last)
                                .mapToObj("{\"id\":%d}"::formatted)
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USER AUTHENTICATION SUCCESSFUL!\n{\"id\":12}",
                "USER AUTHENTICATION SUCCESSFUL!\r\n {\"id\":12}",
                "\n\n{\"id\":12}\n",
                "{\n\"id\":12}"
            })
    void textBeforeAnAnswerIsNoneOfIt(String body) {
        answers("get_run/12", aResponse().withBody(body));

        assertThat(run()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "12",
                "\"id\"",
                "{}",
                "[]",
                "{\"id\":",
                "{\"error\":\"no\"}",
                "USER AUTHENTICATION SUCCESSFUL!",
                "<!DOCTYPE html>\n<html><body>Log in</body></html>",
                "<html>{\"id\":12}</html>"
            })
    void whatIsNoAnswerOfItsApiIsSaidToBeNone(String body) {
        answers("get_run/12", aResponse().withBody(body));

        assertRefused(TalkTest::run, Reason.INVALID, "TestRail does not answer as its API does, but with '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"tests\":{}}", "{\"runs\":[]}", "{}"})
    void aListWithoutItsFieldIsNone(String body) {
        answers("get_tests/12", okJson(body));

        assertRefused(TalkTest::tests, Reason.INVALID, "TestRail does not answer as its API does");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(aResponse().withStatus(401), Reason.INVALID, "TestRail does not know our account"),
                Arguments.of(
                        aResponse().withStatus(403).withBody("{\"error\":\"The API is disabled\"}"),
                        Reason.INVALID,
                        "TestRail does not let our account do this (The API is disabled)"),
                Arguments.of(
                        aResponse().withStatus(403).withBody("<html>\n</html>"),
                        Reason.INVALID,
                        "TestRail does not let our account do this ()"),
                Arguments.of(aResponse().withStatus(409), Reason.INVALID, "TestRail is being maintained"),
                Arguments.of(aResponse().withStatus(500), Reason.INVALID, "trouble of its own (status 500)"),
                Arguments.of(aResponse().withStatus(503), Reason.INVALID, "trouble of its own (status 503)"),
                Arguments.of(
                        aResponse().withStatus(302).withHeader("Location", "http://elsewhere.example/login"),
                        Reason.INVALID,
                        "TestRail sends us elsewhere (status 302)"),
                Arguments.of(
                        aResponse().withStatus(429).withHeader("Retry-After", "11"),
                        Reason.TOO_OFTEN,
                        "TestRail takes no more calls for now; try again in 11 s, or type the figures"),
                Arguments.of(
                        aResponse().withStatus(429).withHeader("Retry-After", "soon"),
                        Reason.TOO_OFTEN,
                        "try again in 60 s"),
                Arguments.of(aResponse().withStatus(429), Reason.TOO_OFTEN, "try again in 60 s"),
                Arguments.of(
                        aResponse().withBody("[" + " ".repeat(33 << 20) + "]"),
                        Reason.INVALID,
                        "TestRail answers with more than 32 MiB"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureIsASentence(ResponseDefinitionBuilder answer, Reason reason, String sentence) {
        answers("get_run/12", answer);
        answers("get_tests/12", answer);

        assertRefused(TalkTest::run, reason, sentence);
        assertRefused(TalkTest::tests, reason, sentence);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionThatBreaksIsASentence(Fault fault) {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

        assertRefused(TalkTest::run, Reason.INVALID, "TestRail");
    }

    @Test
    void nobodyIsThere() {
        assertRefused(
                () -> {
                    try (var talk = testRail("http://127.0.0.1:1", Duration.ofSeconds(1), Duration.ofSeconds(3))
                            .talk()) {
                        return talk.find("get_run/12");
                    }
                },
                Reason.INVALID,
                "TestRail at http://127.0.0.1:1 did not answer within 1 s");
    }

    /** Before its first letter, and in the middle. */
    @Test
    void whoeverHangsIsNotWaitedFor() {
        answers("get_run/12", okJson("{\"id\":12}").withFixedDelay(20_000));
        answers("get_tests/12", okJson(page(1, 250, null)).withChunkedDribbleDelay(20, 20_000));
        var begin = System.nanoTime();

        assertRefused(TalkTest::run, Reason.INVALID, "did not answer within 2 s");
        assertRefused(TalkTest::tests, Reason.INVALID, "did not answer within 2 s");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aConversationEndsHoweverManyPagesThereAre() {
        for (int page = 0; page < 40; page++) {
            answers(
                    page == 0 ? "get_tests/12" : "get_tests/12&offset=" + page,
                    okJson(page(page * 2 + 1, page * 2 + 2, "/api/v2/get_tests/12&offset=" + (page + 1)))
                            .withFixedDelay(300));
        }

        assertRefused(TalkTest::tests, Reason.INVALID, "TestRail took more than 6 s");
    }

    @ParameterizedTest(name = "after {0} s: {1}")
    @CsvSource({"0, true", "1, true", "7, false"})
    void aShortLimitOfCallsIsWaitedFor(int seconds, boolean goesOn) {
        server.stubFor(get(urlEqualTo(API + "get_run/12"))
                .inScenario("limit")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", String.valueOf(seconds)))
                .willSetStateTo("over"));
        server.stubFor(get(urlEqualTo(API + "get_run/12"))
                .inScenario("limit")
                .whenScenarioStateIs("over")
                .willReturn(okJson("{\"id\":12}")));
        var begin = System.nanoTime();

        if (goesOn) {
            assertThat(run()).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
        } else {
            assertRefused(TalkTest::run, Reason.TOO_OFTEN, "try again in 7 s");
        }
    }

    @Test
    void onlyAFewAskAtOnceAndAConversationThatIsOverMakesRoom() {
        var testRail = testRail();
        var talks = new ArrayList<Talk>();
        IntStream.range(0, 6).forEach(number -> talks.add(testRail.talk()));

        assertThatThrownBy(testRail::talk)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Others ask TestRail just now");
        talks.get(0).close();
        testRail.talk().close();
    }

    @Test
    void saysItInTheReadersLanguage() {
        answers("get_run/12", aResponse().withStatus(409));

        var refused = catchThrowableOfType(Refused.class, TalkTest::run);
        assertThat(refused.message(Language.ES)).startsWith("TestRail está en mantenimiento");
    }

    private static void assertRefused(Supplier<?> asking, Reason reason, String sentence) {
        assertThatThrownBy(asking::get).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.message(Language.EN)).contains(sentence).doesNotContain("key\"");
            assertThat(refused.message(Language.ES)).contains("TestRail").doesNotContain("{0}");
        });
    }
}
