package com.athento.deployment.statuspage.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import com.athento.deployment.statuspage.StatusUpdates;
import com.athento.deployment.statuspage.StatusWords;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is planned, in progress and done at one client, for whoever has the address. It follows the process by itself;
 * an unchanged one costs the reader's program nothing but the question.
 */
@Controller
class StatusPage {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final StatusUpdates updates;
    private final Register register;
    private final MailProperties mails;

    StatusPage(StatusUpdates updates, Register register, MailProperties mails) {
        this.updates = updates;
        this.register = register;
        this.mails = mails;
    }

    @GetMapping("/status/{key}")
    ModelAndView page(
            @PathVariable String key,
            @RequestParam(required = false) String lang,
            Locale browser,
            WebRequest request,
            HttpServletResponse response) {
        var found = read(key, lang);
        if (found.isEmpty()) {
            return unknown(lang, browser);
        }
        var reading = found.get();
        if (isKnown(reading, request, response)) {
            return null;
        }
        return view("status/page", reading.words().words())
                .addObject("client", reading.client().name())
                .addObject("key", key)
                .addObject("webcal", webcal(key, reading.words().words().language()))
                .addObject(
                        "board",
                        Board.of(reading.client(), updates.of(reading.client().code()), reading.words()));
    }

    private String webcal(String key, Language language) {
        return address(key).replaceFirst("^https?:", "webcal:") + "/calendar.ics?lang=" + language.code();
    }

    @GetMapping("/status/{key}/status.json")
    ResponseEntity<Object> json(
            @PathVariable String key,
            @RequestParam(required = false) String lang,
            WebRequest request,
            HttpServletResponse response) {
        return feed(
                key,
                lang,
                request,
                response,
                MediaType.APPLICATION_JSON,
                reading -> StatusJson.of(
                        reading.client(), updates.of(reading.client().code()), reading.words()));
    }

    @GetMapping("/status/{key}/atom.xml")
    ResponseEntity<Object> atom(
            @PathVariable String key,
            @RequestParam(required = false) String lang,
            WebRequest request,
            HttpServletResponse response) {
        return feed(
                key,
                lang,
                request,
                response,
                ATOM,
                reading -> atom(key, reading).xml());
    }

    private AtomFeed atom(String key, Reading reading) {
        var client = reading.client().code();
        return new AtomFeed(
                reading.title(),
                address(key),
                reading.query(),
                register.statusSince(client),
                updates.of(client),
                reading.words());
    }

    @GetMapping("/status/{key}/calendar.ics")
    ResponseEntity<Object> calendar(
            @PathVariable String key,
            @RequestParam(required = false) String lang,
            WebRequest request,
            HttpServletResponse response) {
        return feed(
                key,
                lang,
                request,
                response,
                CALENDAR,
                reading -> calendar(key, reading).text());
    }

    private CalendarFeed calendar(String key, Reading reading) {
        var client = reading.client().code();
        return new CalendarFeed(
                reading.title(),
                address(key) + reading.query(),
                mails.of(Team.PROJECT).getAddress(),
                register.statusSince(client),
                updates.of(client),
                reading.words());
    }

    /** One request for a page that exists. */
    private record Reading(Client client, StatusWords words, boolean asked, String etag) {

        /** Keeps the language that was asked for. */
        String query() {
            return asked ? "?lang=" + words.words().language().code() : "";
        }

        String title() {
            return words.words().of("status-page.title", client.name());
        }
    }

    private Optional<Reading> read(String key, String lang) {
        return Token.read(key)
                .flatMap(token -> register.clientOfStatusKey(token.text()))
                .map(client -> {
                    var locale = lang == null ? client.locale() : Locale.forLanguageTag(lang);
                    var words = new StatusWords(new Words(Language.of(locale)), mails.product(), client.zone());
                    var asked = lang != null;
                    return new Reading(client, words, asked, etag(client, words, asked));
                });
    }

    private ResponseEntity<Object> feed(
            String key,
            String lang,
            WebRequest request,
            HttpServletResponse response,
            MediaType type,
            Function<Reading, Object> body) {
        var reading = read(key, lang).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (isKnown(reading, request, response)) {
            return null;
        }
        return ResponseEntity.ok().contentType(type).body(body.apply(reading));
    }

    /** Whether the reader has it already; then the answer is 304 and nothing more. */
    private static boolean isKnown(Reading reading, WebRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return request.checkNotModified(reading.etag());
    }

    /** From all rows and from all settings that show: nothing else changes what is shown. */
    private String etag(Client client, StatusWords words, boolean asked) {
        var settings = String.join(
                "\n",
                client.name(),
                client.zone().getId(),
                words.words().language().code(),
                String.valueOf(asked),
                mails.product(),
                mails.of(Team.PROJECT).getAddress(),
                mails.baseUrl().toString(),
                String.valueOf(getClass().getPackage().getImplementationVersion()));
        return "\"%s-%s\""
                .formatted(
                        updates.edition(client.code()),
                        UUID.nameUUIDFromBytes(settings.getBytes(StandardCharsets.UTF_8)));
    }

    private String address(String key) {
        return mails.baseUrl() + "/status/" + key;
    }

    private ModelAndView unknown(String lang, Locale browser) {
        var locale = lang == null ? browser : Locale.forLanguageTag(lang);
        var page = view("status/unknown", new Words(Language.of(locale)));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private ModelAndView view(String template, Words words) {
        return new ModelAndView(template)
                .addObject("words", words)
                .addObject("product", mails.product())
                .addObject("ask", mails.of(Team.PROJECT).getAddress());
    }
}
