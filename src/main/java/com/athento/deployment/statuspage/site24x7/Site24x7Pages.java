package com.athento.deployment.statuspage.site24x7;

import com.athento.deployment.statuspage.ClientsPage;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Scheduled maintenances of Site24x7 (its REST API, resource {@code /maintenance}). Trouble is left to the job's retry,
 * except a token that is no longer good.
 */
@Component
class Site24x7Pages implements ClientsPage {

    private static final int ONCE = 3;
    private static final int MONITORS = 2;

    private static final MediaType VERSION_2_1 = new MediaType("application", "json", Map.of("version", "2.1"));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Site24x7Properties settings;
    private final Tokens tokens;
    private final RestClient http;

    Site24x7Pages(Site24x7Properties settings) {
        this.settings = settings;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                // An offer to switch protocols in the middle is not for everybody's
                // proxy.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build());
        requests.setReadTimeout(settings.timeout());
        this.http = RestClient.builder().requestFactory(requests).build();
        this.tokens = new Tokens(http, settings);
    }

    @Override
    public boolean of(String clientCode) {
        return settings.monitors().containsKey(clientCode);
    }

    @Override
    public String show(Optional<String> id, Entry entry) {
        var body = body(entry);
        if (id.isPresent()) {
            var changed = send(HttpMethod.PUT, "/maintenance/" + id.get(), body);
            if (changed.isPresent()) {
                return id.get();
            }
        }
        return send(HttpMethod.POST, "/maintenance", body)
                .map(data -> data.path("maintenance_id").asText())
                .filter(created -> !created.isEmpty())
                .orElseThrow(() -> trouble("the answer names no maintenance", null));
    }

    @Override
    public void takeBack(String id) {
        send(HttpMethod.DELETE, "/maintenance/" + id, null);
    }

    private Map<String, Object> body(Entry entry) {
        return Map.ofEntries(
                Map.entry("display_name", entry.name()),
                Map.entry("description", entry.description()),
                Map.entry("maintenance_type", ONCE),
                Map.entry("start_date", at(entry.start(), entry.zone(), DAY)),
                Map.entry("end_date", at(entry.end(), entry.zone(), DAY)),
                Map.entry("start_time", at(entry.start(), entry.zone(), TIME)),
                Map.entry("end_time", at(entry.end(), entry.zone(), TIME)),
                Map.entry("timezone", entry.zone().getId()),
                Map.entry("selection_type", MONITORS),
                Map.entry("monitors", settings.monitors().getOrDefault(entry.clientCode(), List.of())),
                Map.entry("perform_monitoring", true));
    }

    private static String at(Instant moment, ZoneId zone, DateTimeFormatter format) {
        return format.format(moment.atZone(zone));
    }

    /** The answer's data; empty if there is no such maintenance. */
    private Optional<JsonNode> send(HttpMethod method, String path, Object body) {
        try {
            return data(exchange(method, path, body, tokens.current()));
        } catch (HttpStatusCodeException refused) {
            if (refused.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
                return again(method, path, body);
            }
            return notThere(refused);
        } catch (RestClientException unreachable) {
            throw trouble(unreachable.getMessage(), unreachable);
        }
    }

    /** Once more with a token of its own: the old one may have been revoked before its time. */
    private Optional<JsonNode> again(HttpMethod method, String path, Object body) {
        try {
            return data(exchange(method, path, body, tokens.fresh()));
        } catch (HttpStatusCodeException refused) {
            return notThere(refused);
        } catch (RestClientException unreachable) {
            throw trouble(unreachable.getMessage(), unreachable);
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

    private static Optional<JsonNode> data(JsonNode answer) {
        if (answer == null || answer.path("code").asInt(-1) != 0) {
            throw trouble(
                    answer == null
                            ? "the answer is empty"
                            : answer.path("message").asText(),
                    null);
        }
        return Optional.of(answer.path("data"));
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
