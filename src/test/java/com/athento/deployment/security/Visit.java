package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody at one of the application's doors: a machine with a password, or a browser with cookies. */
public final class Visit {

    private final int port;
    private final CookieManager cookies;
    private final HttpClient client;
    private final List<String> headers;

    private Visit(int port, String... headers) {
        this(port, new CookieManager(), Arrays.asList(headers));
    }

    private Visit(int port, CookieManager cookies, List<String> headers) {
        this.port = port;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
        this.headers = new ArrayList<>(headers);
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public String message() {
            return JsonPath.read(body, "$.message");
        }

        /**
         * In the one shape, without the engine's words: the sentences together, and those about a field once more
         * beside it.
         */
        public Answer isRefused(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            assertThat(JsonPath.<Map<String, Object>>read(body, "$").keySet())
                    .contains("message")
                    .isSubsetOf("message", "faults");
            assertThat(message())
                    .doesNotContain("ENGINE-", "org.", "java.", "Exception")
                    .isNotBlank()
                    .as("nor an id of today's form, nor of the form before it")
                    .doesNotContainPattern("\\b0[0-9A-Za-z]{21}\\b")
                    .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}");
            return this;
        }

        public Answer isFine() {
            assertThat(status).as(body).isBetween(200, 204);
            return this;
        }

        public String id() {
            return JsonPath.read(body, "$.id");
        }

        public String location() {
            return response.headers().firstValue("Location").orElse("");
        }
    }

    public static Visit by(String account, int port) {
        var password = Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
        return new Visit(port, "Authorization", "Basic " + password);
    }

    public static Visit nobody(int port) {
        return new Visit(port);
    }

    public static Visit browser(int port) {
        return new Visit(port, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    /** The same browser, with its cookies, at another node. */
    public Visit at(int otherPort) {
        return new Visit(otherPort, cookies, headers);
    }

    /** A browser that has logged in; ends at whatever page it was sent to. */
    public Answer logsIn(String account, String password) {
        get("/login");
        return form("/login", Map.of("username", account, "password", password, "_csrf", cookie("XSRF-OWN")));
    }

    public Visit with(String header, String value) {
        headers.add(header);
        headers.add(value);
        return this;
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    public Answer get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    public Answer post(String path, String json) {
        return send(path, json("POST", json));
    }

    public Answer put(String path, String json) {
        return send(path, json("PUT", json));
    }

    /** By whatever method; without a body where that is empty. */
    public Answer by(String method, String path, String json) {
        return send(
                path,
                json.isEmpty()
                        ? HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.noBody())
                        : json(method, json));
    }

    public Answer delete(String path) {
        return send(path, HttpRequest.newBuilder().DELETE());
    }

    public Answer form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Parts of a form as browsers send files: each a name, a type and a content. */
    public Answer parts(String path, List<Part> parts) {
        var boundary = "a-boundary";
        var body = new StringBuilder();
        for (var part : parts) {
            body.append("--%s\r\n".formatted(boundary))
                    .append("Content-Disposition: form-data; name=\"%s\"%s\r\n"
                            .formatted(part.name(), part.file().isEmpty() ? "" : "; filename=\"" + part.file() + "\""))
                    .append("Content-Type: %s\r\n\r\n".formatted(part.type()))
                    .append(part.content())
                    .append("\r\n");
        }
        body.append("--%s--\r\n".formatted(boundary));
        return send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** One part of a form; without a file's name it is a field. */
    public record Part(String name, String file, String type, String content) {}

    private static HttpRequest.Builder json(String method, String body) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Answer send(String path, HttpRequest.Builder request) {
        try {
            request.uri(URI.create("http://127.0.0.1:" + port + path));
            for (int i = 0; i < headers.size(); i += 2) {
                request.header(headers.get(i), headers.get(i + 1));
            }
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
