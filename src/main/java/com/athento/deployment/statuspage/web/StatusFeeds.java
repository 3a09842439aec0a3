package com.athento.deployment.statuspage.web;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.register.Register;
import com.athento.deployment.statuspage.StatusEntry;
import com.athento.deployment.statuspage.StatusUpdates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

/** The status page for the reader's programs. */
@Controller
class StatusFeeds {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Visits visits;
    private final StatusUpdates updates;
    private final Register register;
    private final MailProperties mails;

    StatusFeeds(Visits visits, StatusUpdates updates, Register register, MailProperties mails) {
        this.visits = visits;
        this.updates = updates;
        this.register = register;
        this.mails = mails;
    }

    @GetMapping("/status/{key}/status.json")
    ResponseEntity<Object> json(
            @PathVariable String key, @RequestParam(required = false) String lang, ServletWebRequest request) {
        return feed(
                key,
                lang,
                request,
                MediaType.APPLICATION_JSON,
                visit -> StatusJson.of(visit.client(), entries(visit), visit.words()));
    }

    @GetMapping("/status/{key}/atom.xml")
    ResponseEntity<Object> atom(
            @PathVariable String key, @RequestParam(required = false) String lang, ServletWebRequest request) {
        return feed(key, lang, request, ATOM, visit -> atom(visit).xml());
    }

    private AtomFeed atom(Visit visit) {
        return new AtomFeed(
                visit.title(),
                visit.address(),
                visit.query(),
                register.statusSince(visit.client().code()),
                entries(visit),
                visit.words());
    }

    @GetMapping("/status/{key}/calendar.ics")
    ResponseEntity<Object> calendar(
            @PathVariable String key, @RequestParam(required = false) String lang, ServletWebRequest request) {
        return feed(key, lang, request, CALENDAR, visit -> calendar(visit).text());
    }

    private CalendarFeed calendar(Visit visit) {
        return new CalendarFeed(
                visit.title(),
                visit.address() + visit.query(),
                mails.of(Team.PROJECT).getAddress(),
                register.statusSince(visit.client().code()),
                entries(visit),
                visit.words());
    }

    private List<StatusEntry> entries(Visit visit) {
        return updates.of(visit.client().code());
    }

    private ResponseEntity<Object> feed(
            String key, String lang, ServletWebRequest request, MediaType type, Function<Visit, Object> body) {
        var visit = visits.of(key, lang).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return visit.isKnown(request)
                ? null
                : ResponseEntity.ok().contentType(type).body(body.apply(visit));
    }
}
