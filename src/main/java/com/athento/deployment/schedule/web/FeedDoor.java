package com.athento.deployment.schedule.web;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.post.ReadersLanguages;
import com.athento.deployment.process.Attempts;
import com.athento.deployment.record.PlannedWindows;
import com.athento.deployment.record.PlannedWindows.Wanted;
import com.athento.deployment.schedule.VendorProperties;
import com.athento.deployment.schedule.planning.FeedAddresses;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Each account's own calendar: the planning for programs that know no login, by a secret address. */
@Controller
class FeedDoor {

    /** A house full of calendars that are read every few minutes, and far too little for guessing. */
    static final int PER_MINUTE = 120;

    /** How far back and forward a calendar reaches. */
    private static final Duration REACH = Duration.ofDays(90);

    /** More than anybody's calendar needs. */
    private static final int MOST = 2000;

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Attempts attempts = new Attempts(PER_MINUTE);
    private final FeedAddresses addresses;
    private final PlannedWindows windows;
    private final ReadersLanguages languages;
    private final MailProperties mails;
    private final VendorProperties vendor;
    private final Clock clock;

    FeedDoor(
            FeedAddresses addresses,
            PlannedWindows windows,
            ReadersLanguages languages,
            MailProperties mails,
            VendorProperties vendor,
            Clock clock) {
        this.addresses = addresses;
        this.windows = windows;
        this.languages = languages;
        this.mails = mails;
        this.vendor = vendor;
        this.clock = clock;
    }

    /** Tells the new address, this once: what is kept of it opens nothing. */
    @PostMapping("/planning/feed")
    ModelAndView renew(@ModelAttribute("visitor") Person visitor) {
        var address = "%s/planning/feed/%s.ics"
                .formatted(mails.baseUrl(), addresses.renew(visitor.account()).text());
        return new ModelAndView("schedule/feed")
                .addObject("address", address)
                .addObject("webcal", address.replaceFirst("^https?:", "webcal:"));
    }

    @GetMapping("/planning/feed/{token}.ics")
    ResponseEntity<String> feed(@PathVariable String token, ServletWebRequest request) {
        if (!attempts.allow(request.getRequest().getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, "60")
                    .build();
        }
        var account = Token.read(token)
                .flatMap(addresses::account)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var text = calendar(account).text();
        request.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
        return request.checkNotModified(etag(text))
                ? null
                : ResponseEntity.ok().contentType(CALENDAR).body(text);
    }

    private FeedCalendar calendar(String account) {
        var now = clock.instant();
        var wanted =
                new Wanted(now.minus(REACH), now.plus(REACH), Optional.empty(), Optional.empty(), Optional.empty());
        return new FeedCalendar(
                mails,
                new Words(languages.of(account).orElse(mails.staffLanguage())),
                vendor.vendorZone(),
                wanted.from(),
                windows.everPlanned(wanted, MOST));
    }

    private static String etag(String text) {
        return "\"%s\"".formatted(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
