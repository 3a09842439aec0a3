package com.athento.deployment.statuspage.site24x7;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Calls of Site24x7's REST API. Trouble is left to the job's retry, except a token that is no longer good. */
class Calls {

    private static final MediaType VERSION_2_1 = new MediaType("application", "json", Map.of("version", "2.1"));

    private final Site24x7Properties settings;
    private final Tokens tokens;
    private final RestClient http;

    Calls(Site24x7Properties settings) {
        this.settings = settings;
        this.http = RestClient.builder().requestFactory(requests(settings)).build();
        this.tokens = new Tokens(http, settings);
    }

    private static JdkClientHttpRequestFactory requests(Site24x7Properties settings) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                // An offer to switch protocols in the middle is not for everybody's proxy.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build());
        requests.setReadTimeout(settings.timeout());
        return requests;
    }

    /** The answer's data; empty if there is no such maintenance. */
    Optional<JsonNode> send(HttpMethod method, String path, Object body) {
        try {
            return Optional.of(data(exchange(method, path, body)));
        } catch (HttpStatusCodeException refused) {
            return notThere(refused);
        } catch (RestClientException unreachable) {
            throw trouble(unreachable.getMessage(), unreachable);
        }
    }

    /** Once more with a token of its own where the old one is not taken: it may have been revoked before its time. */
    private JsonNode exchange(HttpMethod method, String path, Object body) {
        try {
            return exchange(method, path, body, tokens.current());
        } catch (HttpClientErrorException.Unauthorized revoked) {
            return exchange(method, path, body, tokens.fresh());
        }
    }

    private JsonNode exchange(HttpMethod method, String path, Object body, String token) {
        var request = http.method(method)
                .uri(settings.baseUrl() + path)
                .header(HttpHeaders.AUTHORIZATION, "Zoho-oauthtoken " + token)
                .accept(VERSION_2_1);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().body(JsonNode.class);
    }

    private static JsonNode data(JsonNode answer) {
        if (answer == null) {
            throw trouble("the answer is empty", null);
        }
        if (answer.path("code").asInt(-1) != 0) {
            throw trouble(answer.path("message").asText(), null);
        }
        return answer.path("data");
    }

    private static Optional<JsonNode> notThere(HttpStatusCodeException refused) {
        if (refused.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return Optional.empty();
        }
        var wait = Optional.ofNullable(refused.getResponseHeaders())
                .map(headers -> headers.getFirst(HttpHeaders.RETRY_AFTER))
                .map(" (try again after %s s)"::formatted)
                .orElse("");
        throw trouble("it answered " + refused.getStatusCode().value() + wait, refused);
    }

    static IllegalStateException trouble(String what, Exception cause) {
        return new IllegalStateException(
                "Site24x7 did not take the window: %s. Check deployment.site24x7 and the account there, then retry this job."
                        .formatted(what),
                cause);
    }
}
