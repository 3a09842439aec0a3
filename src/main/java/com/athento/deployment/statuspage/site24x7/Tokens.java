package com.athento.deployment.statuspage.site24x7;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Access tokens for a refresh token (RFC 6749, section 6), used until shortly before their end. */
class Tokens {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final RestClient http;
    private final Site24x7Properties settings;
    private String token;
    private long until;

    Tokens(RestClient http, Site24x7Properties settings) {
        this.http = http;
        this.settings = settings;
    }

    synchronized String current() {
        // The machine's own clock: the token lives elsewhere, where nobody moves time.
        return token != null && System.nanoTime() - until < 0 ? token : fresh();
    }

    synchronized String fresh() {
        var answer = ask();
        token = answer.get("access_token").asText();
        until = System.nanoTime() + life(answer).toNanos();
        return token;
    }

    private JsonNode ask() {
        try {
            var answer = http.post()
                    .uri(settings.accountsUrl() + "/oauth/v2/token")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form())
                    .retrieve()
                    .body(JsonNode.class);
            if (answer == null || !answer.hasNonNull("access_token")) {
                throw noToken(answer);
            }
            return answer;
        } catch (RestClientException failed) {
            throw Calls.trouble("no token: " + failed.getMessage(), failed);
        }
    }

    private LinkedMultiValueMap<String, String> form() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "refresh_token");
        form.add("client_id", settings.clientId());
        form.add("client_secret", settings.clientSecret());
        form.add("refresh_token", settings.refreshToken());
        return form;
    }

    /** Such an answer comes with status 200. */
    private static IllegalStateException noToken(JsonNode answer) {
        var why = answer == null ? "empty" : answer.path("error").asText();
        return Calls.trouble("no token for this refresh token (" + why + ")", null);
    }

    private static Duration life(JsonNode answer) {
        return Duration.ofSeconds(answer.path("expires_in").asLong(3600)).minus(MARGIN);
    }
}
