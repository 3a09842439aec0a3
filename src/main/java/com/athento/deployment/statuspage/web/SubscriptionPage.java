package com.athento.deployment.statuspage.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.Attempts;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import com.athento.deployment.statuspage.AskForMails;
import com.athento.deployment.statuspage.Subscriber;
import com.athento.deployment.statuspage.Subscribers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where somebody asks for mails, confirms and ends that. Opening a link changes nothing, since mail scanners follow
 * links; only POST does. Ending needs no cookie and leads nowhere else (RFC 8058).
 */
@Controller
class SubscriptionPage {

    /** Enough for everybody in an office, too little for spreading mails. */
    static final int PER_MINUTE = 10;

    private final Attempts attempts = new Attempts(PER_MINUTE);
    private final AskForMails askForMails;
    private final Subscribers subscribers;
    private final Register register;
    private final MailProperties mails;
    private final Pages pages;

    SubscriptionPage(
            AskForMails askForMails, Subscribers subscribers, Register register, MailProperties mails, Pages pages) {
        this.askForMails = askForMails;
        this.subscribers = subscribers;
        this.register = register;
        this.mails = mails;
        this.pages = pages;
    }

    @PostMapping("/status/{key}/subscription")
    ModelAndView ask(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) String lang,
            Locale browser,
            HttpServletRequest request) {
        var client = Token.read(key).flatMap(token -> register.clientOfStatusKey(token.text()));
        var language =
                Language.of(lang == null ? client.map(Client::locale).orElse(browser) : Locale.forLanguageTag(lang));
        if (client.isEmpty()) {
            return pages.unknown(new Words(language));
        }
        if (!attempts.allow(request.getRemoteAddr())) {
            return said("too-often", HttpStatus.TOO_MANY_REQUESTS, language);
        }
        return mails.recipient(email.strip())
                .map(address -> asked(client.get(), address, language))
                .orElseGet(() -> said("no-address", HttpStatus.BAD_REQUEST, language));
    }

    private ModelAndView asked(Client client, MailAddress address, Language language) {
        askForMails.ask(client.code(), address.text(), language);
        return said("asked", HttpStatus.OK, language);
    }

    @GetMapping({"/status/subscription/{link}", "/status/subscription/{link}/end"})
    ModelAndView show(@PathVariable String link, Locale browser) {
        return by(link).map(subscriber -> page("status/subscription", HttpStatus.OK, subscriber.language())
                        .addObject("link", link)
                        .addObject("confirmed", subscriber.confirmed())
                        .addObject("client", client(subscriber)))
                .orElseGet(() -> said("unknown", HttpStatus.NOT_FOUND, Language.of(browser)));
    }

    @PostMapping("/status/subscription/{link}/confirm")
    ModelAndView confirm(@PathVariable String link, Locale browser) {
        return by(link).filter(subscribers::confirm)
                .map(found -> said("confirmed", HttpStatus.OK, found.language()))
                .orElseGet(() -> said("unknown", HttpStatus.NOT_FOUND, Language.of(browser)));
    }

    /** Whatever the link was: no mail will come. */
    @PostMapping("/status/subscription/{link}/end")
    ModelAndView end(@PathVariable String link, Locale browser) {
        var language = by(link).map(Subscriber::language).orElse(Language.of(browser));
        Token.read(link).ifPresent(subscribers::end);
        return said("ended", HttpStatus.OK, language);
    }

    private Optional<Subscriber> by(String link) {
        return Token.read(link).flatMap(subscribers::by);
    }

    private String client(Subscriber subscriber) {
        return register.client(subscriber.clientCode()).orElseThrow().name();
    }

    private ModelAndView said(String what, HttpStatus status, Language language) {
        return page("status/said", status, language).addObject("said", what);
    }

    private ModelAndView page(String template, HttpStatus status, Language language) {
        return pages.of(template, status, new Words(language));
    }
}
