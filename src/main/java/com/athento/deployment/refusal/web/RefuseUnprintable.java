package com.athento.deployment.refusal.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.PlainText;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a text that no database and no feed can hold, at every door and in every field, those of the engine's own API
 * included: PostgreSQL would fail in the middle of the work, H2 would keep it. It stands behind the login, so that
 * nobody else's body is read.
 */
@Component
class RefuseUnprintable extends OncePerRequestFilter {

    private static final JsonFactory JSON = new JsonFactory();

    private final ObjectMapper answers;

    RefuseUnprintable(ObjectMapper answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wrong = inParameters(request.getParameterMap());
        if (wrong.isEmpty() && isJson(request)) {
            var again = new ReadAgain(request, request.getInputStream().readAllBytes());
            wrong = inJson(again.body);
            if (wrong.isEmpty()) {
                chain.doFilter(again, response);
                return;
            }
        }
        if (wrong.isPresent()) {
            refuse(wrong.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(String field, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!ErrorPages.isEndpoint(request.getRequestURI(), request)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        answers.writeValue(
                response.getOutputStream(),
                Map.of("message", PlainText.unprintable(PlainText.quoted(field)).in(Language.of(request.getLocale()))));
    }

    private static Optional<String> inParameters(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(one -> !Stream.concat(Stream.of(one.getKey()), Arrays.stream(one.getValue()))
                        .allMatch(PlainText::isOne))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Only endpoints take it, and all of them ask for a login. */
    private static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).contains("json")
                && ErrorPages.isEndpoint(request.getRequestURI(), request);
    }

    private static Optional<String> inJson(byte[] body) throws IOException {
        try (var parser = JSON.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if ((token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME)
                        && !PlainText.isOne(parser.getText())) {
                    return Optional.of(place(parser));
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException broken) {
            // Whoever reads it next says so, and reads no further either.
            return Optional.empty();
        }
    }

    /** The field's own name: a variable's value stands one level below it. */
    private static String place(JsonParser parser) {
        var names = Arrays.stream(
                        parser.getParsingContext().pathAsPointer().toString().split("/"))
                .filter(name -> !name.isEmpty() && !name.matches("\\d+"))
                .toList();
        var last = names.size() - 1;
        return names.isEmpty()
                ? "body"
                : last > 0 && names.get(last).equals("value") ? names.get(last - 1) : names.get(last);
    }

    /** A request whose body was read before. */
    private static final class ReadAgain extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadAgain(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return bytes.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("what is here is read at once");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
