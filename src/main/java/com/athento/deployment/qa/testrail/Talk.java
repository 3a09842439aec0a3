package com.athento.deployment.qa.testrail;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.process.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * A conversation with TestRail while somebody waits in front of the form. Whatever fails is a sentence for them, and
 * they can type the figures. Nothing in an answer leads to another server.
 */
final class Talk implements AutoCloseable {

    private static final String API = "/api/v2/";

    /** Of one answer: old servers have no pages. */
    private static final int LARGEST_MIB = 32;

    /** How long a limit of calls is waited for; whoever has to wait longer comes back. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final int LONGEST_NAME = 200;

    /** Where a server does not say how long. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final String base;
    private final Duration timeout;
    private final Duration patience;
    private final long end;
    private final RestClient http;
    private final ObjectMapper json;
    private final Runnable whenOver;

    Talk(String base, Duration timeout, Duration patience, RestClient http, ObjectMapper json, Runnable whenOver) {
        this.base = base;
        this.timeout = timeout;
        this.patience = patience;
        // The machine's own clock: nobody moves time for TestRail.
        this.end = System.nanoTime() + patience.toNanos();
        this.http = http;
        this.json = json;
        this.whenOver = whenOver;
    }

    @Override
    public void close() {
        whenOver.run();
    }

    /**
     * One thing, if there is one.
     *
     * @param method with its number, such as {@code get_run/12}
     */
    Optional<JsonNode> find(String method) {
        var answer = call(HttpMethod.GET, method, null);
        return answer.isNone() ? Optional.empty() : Optional.of(object(answer));
    }

    JsonNode post(String method, Object body) {
        return object(call(HttpMethod.POST, method, body));
    }

    /** What it is called, where it has a name and we may know it: it can be done without. */
    Optional<String> name(String method) {
        var answer = call(HttpMethod.GET, method, null);
        return answer.isNone() || answer.isForbidden()
                ? Optional.empty()
                : Optional.of(PlainText.onOneLine(object(answer).path("name").asText(""), LONGEST_NAME));
    }

    /** What those of a list are called, by their numbers, where we may know it: it can be done without. */
    Map<Long, String> names(String method, String field) {
        var answer = call(HttpMethod.GET, method, null);
        var names = new HashMap<Long, String>();
        if (!answer.isNone() && !answer.isForbidden()) {
            items(read(answer), field)
                    .forEach(one -> names.put(
                            one.path("id").asLong(),
                            PlainText.quoted(one.path("name").asText(""))));
        }
        return names;
    }

    /**
     * All of a list, from all of its pages; older servers answer with all of it at once.
     *
     * @param field that has them where there are pages
     */
    List<JsonNode> all(String method, String field) {
        var found = new ArrayList<JsonNode>();
        var asked = new HashSet<String>();
        var next = Optional.of(method);
        while (next.isPresent() && asked.add(next.get())) {
            var answer = read(call(HttpMethod.GET, next.get(), null));
            items(answer, field).forEach(found::add);
            next = next(answer, method);
        }
        return found;
    }

    /** The first of them, in TestRail's order. */
    List<JsonNode> some(String method, String field) {
        var found = new ArrayList<JsonNode>();
        items(read(call(HttpMethod.GET, method, null)), field).forEach(found::add);
        return found;
    }

    private JsonNode items(JsonNode answer, String field) {
        var items = answer.isArray() ? answer : answer.path(field);
        if (!items.isArray()) {
            throw noJson(answer.toString());
        }
        return items;
    }

    /** The next page is one of the same list: of the link, only its parameters are followed. */
    private Optional<String> next(JsonNode answer, String method) {
        var link = answer.path("_links").path("next").asText("");
        var list = method.replaceFirst("&.*", "");
        var start = link.indexOf(API + list + "&");
        if (link.isEmpty() || link.equals("null")) {
            return Optional.empty();
        }
        var next = start < 0 ? "" : link.substring(start + API.length());
        if (!next.matches("[A-Za-z0-9_/&=,.:%-]+")) {
            throw Refused.because("refused.testrail.paging", PlainText.quoted(link));
        }
        return Optional.of(next);
    }

    /**
     * @param status of HTTP
     * @param pause how long to wait with the next call, where it says so
     */
    private record Answer(int status, String text, Optional<Duration> pause) {

        /** Of what it does not have it says 400, and some servers 404. */
        boolean isNone() {
            return status == 400 || status == 404;
        }

        boolean isForbidden() {
            return status == 403;
        }
    }

    private Answer call(HttpMethod method, String path, Object body) {
        while (true) {
            if (System.nanoTime() - end >= 0) {
                throw Refused.because("refused.testrail.slow", patience.toSeconds());
            }
            var answer = exchange(method, path, body);
            var wait = answer.pause().orElse(PAUSE);
            if (answer.status() != 429) {
                return answer;
            }
            if (wait.compareTo(LONGEST_PAUSE) > 0 || System.nanoTime() + wait.toNanos() - end >= 0) {
                throw new Refused(Refused.Reason.TOO_OFTEN, "refused.testrail.limit", Math.max(1, wait.toSeconds()));
            }
            pause(wait);
        }
    }

    private Answer exchange(HttpMethod method, String path, Object body) {
        try {
            var request = http.method(method).uri(URI.create(base + "/index.php?" + API + path));
            // A server answers 400 to a question without a type, too.
            request.contentType(MediaType.APPLICATION_JSON);
            if (body != null) {
                request.body(body);
            }
            return request.exchange((asked, response) -> answer(response));
        } catch (RestClientException silent) {
            throw Refused.because("refused.testrail.unreachable", base, timeout.toSeconds());
        }
    }

    private static Answer answer(ClientHttpResponse response) throws IOException {
        var bytes = response.getBody().readNBytes((LARGEST_MIB << 20) + 1);
        if (bytes.length > LARGEST_MIB << 20) {
            throw Refused.because("refused.testrail.large", LARGEST_MIB);
        }
        return new Answer(
                response.getStatusCode().value(),
                new String(bytes, StandardCharsets.UTF_8),
                Optional.ofNullable(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                        .filter(seconds -> seconds.matches("\\d{1,6}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(Refused.Reason.TOO_OFTEN, "refused.testrail.limit", Math.max(1, time.toSeconds()));
        }
    }

    private JsonNode object(Answer answer) {
        var read = read(answer);
        if (read.path("id").asLong() < 1) {
            throw noJson(answer.text());
        }
        return read;
    }

    private JsonNode read(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw refusal(answer);
        }
        try {
            var read = json.readTree(withoutPreface(answer.text()));
            if (read != null && read.isContainerNode()) {
                return read;
            }
        } catch (JsonProcessingException none) {
            // Said below.
        }
        throw noJson(answer.text());
    }

    /** Some servers put a line before the answer, such as {@code USER AUTHENTICATION SUCCESSFUL!}. */
    private static String withoutPreface(String text) {
        return begins(text) ? text : text.substring(text.indexOf('\n') + 1);
    }

    private static boolean begins(String text) {
        var begin = text.stripLeading();
        return begin.startsWith("{") || begin.startsWith("[");
    }

    private static Refused noJson(String text) {
        return Refused.because(
                "refused.testrail.no-json", PlainText.quoted(text.strip()), TestRailProperties.name("base-url"));
    }

    private Refused refusal(Answer answer) {
        return switch (answer.status()) {
            case 400, 404 -> Refused.because("refused.testrail.wrong", said(answer));
            case 401 ->
                Refused.because(
                        "refused.testrail.login", TestRailProperties.name("user"), TestRailProperties.name("key"));
            case 403 -> Refused.because("refused.testrail.forbidden", said(answer));
            case 409 -> Refused.because("refused.testrail.maintenance");
            case 301, 302, 303, 307, 308 ->
                Refused.because("refused.testrail.elsewhere", answer.status(), TestRailProperties.name("base-url"));
            default -> Refused.because("refused.testrail.trouble", answer.status());
        };
    }

    /** What TestRail gives as the reason. */
    private String said(Answer answer) {
        try {
            return PlainText.quoted(
                    json.readTree(withoutPreface(answer.text())).path("error").asText(""));
        } catch (JsonProcessingException | IllegalArgumentException nothing) {
            return "";
        }
    }
}
