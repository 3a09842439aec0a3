package com.athento.deployment.statuspage.site24x7;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.statuspage.ClientsPage.Entry;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we say to Site24x7, and what becomes of its answers. */
class Site24x7PagesTest {

    @RegisterExtension
    static WireMockExtension server = WireMockExtension.newInstance().build();

    private static final Entry ENTRY = new Entry(
            "ACME",
            "Upgrade · ACME-PRO",
            "The window is agreed",
            Instant.parse("2027-02-06T22:30:00Z"),
            Instant.parse("2027-02-06T23:15:00Z"),
            ZoneId.of("Europe/Madrid"));

    private static final String CREATED = "{\"code\":0,\"message\":\"success\",\"data\":{\"maintenance_id\":\"123\"}}";

    private Site24x7Pages pages;

    @BeforeEach
    void aFreshToken() {
        server.stubFor(post(urlEqualTo("/oauth/v2/token"))
                .withRequestBody(containing("grant_type=refresh_token"))
                .withRequestBody(containing("refresh_token=fresh"))
                .willReturn(okJson("{\"access_token\":\"t1\",\"expires_in\":3600}")));
        pages = new Site24x7Pages(settings(Map.of("ACME", List.of("77", "78")), "fresh"));
    }

    private static Site24x7Properties settings(Map<String, List<String>> monitors, String refreshToken) {
        return settings(monitors, refreshToken, Duration.ofSeconds(10));
    }

    private static Site24x7Properties settings(
            Map<String, List<String>> monitors, String refreshToken, Duration timeout) {
        return new Site24x7Properties(
                URI.create(server.baseUrl() + "/api"),
                URI.create(server.baseUrl()),
                "id",
                "secret",
                refreshToken,
                timeout,
                monitors);
    }

    @Test
    void showsAWindowInTheClientsZone() {
        server.stubFor(post("/api/maintenance").willReturn(okJson(CREATED)));

        assertThat(pages.show(Optional.empty(), ENTRY)).isEqualTo("123");
        assertThat(pages.show(Optional.empty(), ENTRY)).isEqualTo("123");

        server.verify(
                2,
                postRequestedFor(urlEqualTo("/api/maintenance"))
                        .withHeader("Authorization", equalTo("Zoho-oauthtoken t1"))
                        .withHeader("Accept", containing("version=2.1"))
                        .withRequestBody(equalToJson("""
                                        {"display_name":"Upgrade · ACME-PRO","description":"The window is agreed",
                                         "maintenance_type":3,"start_date":"2027-02-06","end_date":"2027-02-07",
                                         "start_time":"23:30","end_time":"00:15","timezone":"Europe/Madrid",
                                         "selection_type":2,"monitors":["77","78"],"perform_monitoring":true}""")));
        // One token serves both.
        server.verify(1, postRequestedFor(urlEqualTo("/oauth/v2/token")));
    }

    @Test
    void changesWhatItShowsAndShowsAnewWhatIsGone() {
        server.stubFor(put("/api/maintenance/9").willReturn(okJson(CREATED)));
        server.stubFor(put("/api/maintenance/8").willReturn(aResponse().withStatus(404)));
        server.stubFor(post("/api/maintenance").willReturn(okJson(CREATED)));

        assertThat(pages.show(Optional.of("9"), ENTRY)).isEqualTo("9");
        assertThat(pages.show(Optional.of("8"), ENTRY)).isEqualTo("123");
    }

    @Test
    void takesBackAndIsContentIfItIsGone() {
        server.stubFor(delete("/api/maintenance/9").willReturn(okJson("{\"code\":0,\"message\":\"success\"}")));
        server.stubFor(delete("/api/maintenance/8").willReturn(aResponse().withStatus(404)));

        pages.takeBack("9");
        pages.takeBack("8");

        server.verify(deleteRequestedFor(urlEqualTo("/api/maintenance/9")));
    }

    @Test
    void aTokenThatIsNoLongerGoodIsReplacedOnce() {
        server.stubFor(post("/api/maintenance")
                .inScenario("expiry")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(401))
                .willSetStateTo("replaced"));
        server.stubFor(post("/api/maintenance")
                .inScenario("expiry")
                .whenScenarioStateIs("replaced")
                .willReturn(okJson(CREATED)));

        assertThat(pages.show(Optional.empty(), ENTRY)).isEqualTo("123");
        server.verify(2, postRequestedFor(urlEqualTo("/oauth/v2/token")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 500, 503})
    void whatItRefusesIsSaidWithAdvice(int status) {
        server.stubFor(any(urlPathMatching("/api/.*")).willReturn(aResponse().withStatus(status)));

        assertThatThrownBy(() -> pages.show(Optional.empty(), ENTRY))
                .hasMessageContaining("it answered " + status)
                .hasMessageContaining("retry this job");
    }

    @Test
    void aRateLimitIsLeftToTheNextAttempt() {
        server.stubFor(any(urlPathMatching("/api/.*"))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "60")));

        assertThatThrownBy(() -> pages.show(Optional.empty(), ENTRY))
                .hasMessageContaining("429 (try again after 60 s)");
        server.verify(1, postRequestedFor(urlEqualTo("/api/maintenance")));
    }

    @Test
    void aRefusalInsideAnAnswerIsOneToo() {
        server.stubFor(post("/api/maintenance").willReturn(okJson("{\"code\":1015,\"message\":\"Monitor unknown\"}")));

        assertThatThrownBy(() -> pages.show(Optional.empty(), ENTRY)).hasMessageContaining("Monitor unknown");
    }

    @Test
    void whoeverAnswersTooLateIsNotWaitedFor() {
        server.stubFor(any(anyUrl()).willReturn(okJson(CREATED).withFixedDelay(3000)));
        var impatient = new Site24x7Pages(settings(Map.of("ACME", List.of("77")), "fresh", Duration.ofMillis(500)));

        assertThatThrownBy(() -> impatient.show(Optional.empty(), ENTRY))
                .hasMessageContaining("Site24x7 did not take the window");
    }

    @Test
    void aRefreshTokenThatIsNoGoodComesWithStatus200() {
        server.stubFor(post(urlEqualTo("/oauth/v2/token")).willReturn(okJson("{\"error\":\"invalid_code\"}")));

        assertThatThrownBy(() -> pages.show(Optional.empty(), ENTRY))
                .hasMessageContaining("invalid_code")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("secret");
    }

    /** Made at each start it would cost the start of everybody. */
    @Test
    void aClientOfTheirsIsMadeForTheFirstWindowThatIsShown() {
        var before = clients();
        server.stubFor(delete("/api/maintenance/8").willReturn(aResponse().withStatus(404)));
        var ours = new Site24x7Pages(settings(Map.of("ACME", List.of("77")), "fresh"));
        assertThat(ours.of("ACME")).isTrue();
        assertThat(before).containsAll(clients());

        ours.takeBack("8");

        assertThat(clients()).anyMatch(one -> !before.contains(one));
    }

    /** Each of Java's HTTP clients has a thread of its own, from when it is made until nobody has it any more. */
    private static Set<String> clients() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("HttpClient-\\d+-SelectorManager"))
                .collect(Collectors.toSet());
    }

    @Test
    void itIsOffWithoutMonitorsAndCompleteWithThem() {
        assertThat(pages.of("ACME")).isTrue();
        assertThat(pages.of("ANDES")).isFalse();
        assertThat(new Site24x7Pages(settings(Map.of(), "")).of("ACME")).isFalse();
        assertThatThrownBy(() -> settings(Map.of("ACME", List.of("77")), ""))
                .hasMessageContaining("deployment.site24x7.refresh-token");
    }
}
