package com.athento.deployment.statuspage.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.record.Records;
import com.athento.deployment.register.Client;
import com.athento.deployment.statuspage.StatusEntry;
import com.athento.deployment.statuspage.StatusUpdate;
import com.athento.deployment.statuspage.StatusUpdates;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is planned, in progress and done at one client, for whoever has the address. It follows the process by itself;
 * an unchanged one costs the reader's program nothing but the question.
 */
@Controller
class StatusPage {

    private final Visits visits;
    private final StatusUpdates updates;
    private final Records records;
    private final Pages pages;

    StatusPage(Visits visits, StatusUpdates updates, Records records, Pages pages) {
        this.visits = visits;
        this.updates = updates;
        this.records = records;
        this.pages = pages;
    }

    @GetMapping("/status/{key}")
    ModelAndView page(
            @PathVariable String key,
            @RequestParam(required = false) String lang,
            Locale browser,
            ServletWebRequest request) {
        var found = visits.of(key, lang);
        if (found.isEmpty()) {
            return pages.unknown(new Words(Language.of(lang == null ? browser : Locale.forLanguageTag(lang))));
        }
        return found.get().isKnown(request) ? null : page(key, found.get());
    }

    private ModelAndView page(String key, Visit visit) {
        var client = visit.client();
        return pages.of("status/page", HttpStatus.OK, visit.words().words())
                .addObject("client", client.name())
                .addObject("key", key)
                .addObject("webcal", visit.webcal())
                .addObject("lang", visit.query())
                .addObject("board", board(client, visit));
    }

    private Board board(Client client, Visit visit) {
        var entries = updates.of(client.code());
        var settled = entries.stream()
                .map(StatusEntry::latest)
                .filter(latest -> latest.state().isBack())
                .map(StatusUpdate::key)
                .toList();
        return Board.of(client, entries, records.withSettledBatteries(settled), visit.words());
    }
}
