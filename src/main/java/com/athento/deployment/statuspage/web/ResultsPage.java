package com.athento.deployment.statuspage.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.ResultWords;
import com.athento.deployment.post.TestsTold;
import com.athento.deployment.record.Battery;
import com.athento.deployment.record.LastNotPassed;
import com.athento.deployment.record.Records;
import com.athento.deployment.record.TestsNotPassed;
import com.athento.deployment.statuspage.StatusUpdate;
import com.athento.deployment.statuspage.StatusUpdates;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * How the tests of one intervention went, as the mail about its result says it: only once that may be told, and no more
 * while it is undecided again.
 */
@Controller
class ResultsPage {

    private final Visits visits;
    private final StatusUpdates updates;
    private final Records records;
    private final TestsNotPassed tests;
    private final Pages pages;

    ResultsPage(Visits visits, StatusUpdates updates, Records records, TestsNotPassed tests, Pages pages) {
        this.visits = visits;
        this.updates = updates;
        this.records = records;
        this.tests = tests;
        this.pages = pages;
    }

    @GetMapping("/status/{key}/results/{intervention}")
    ModelAndView page(
            @PathVariable String key,
            @PathVariable String intervention,
            @RequestParam(required = false) String lang,
            Locale browser) {
        return visits.of(key, lang)
                .flatMap(visit -> page(key, intervention, visit))
                .orElseGet(() ->
                        pages.unknown(new Words(Language.of(lang == null ? browser : Locale.forLanguageTag(lang)))));
    }

    private Optional<ModelAndView> page(String key, String intervention, Visit visit) {
        var batteries = records.settledBatteries(intervention);
        return updates.latest(visit.client().code(), intervention)
                .filter(latest -> latest.state().isBack() && !batteries.isEmpty())
                .map(latest -> page(key, latest, batteries, visit));
    }

    private ModelAndView page(String key, StatusUpdate latest, List<Battery> batteries, Visit visit) {
        var words = visit.words().words();
        var figures = new ResultWords(words);
        return pages.of("status/results", HttpStatus.OK, words)
                .addObject("key", key)
                .addObject("lang", visit.query())
                .addObject("intervention", latest.key())
                .addObject("what", visit.words().what(latest))
                .addObject("state", visit.words().state(latest))
                .addObject(
                        "figures",
                        batteries.stream()
                                .map(battery -> line(battery, figures))
                                .toList())
                .addObject("notPassed", TestsTold.of(notPassed(latest), words));
    }

    private LastNotPassed notPassed(StatusUpdate latest) {
        return tests.ofLast(
                latest.key(),
                latest.instance(),
                Optional.ofNullable(latest.targetVersion()).flatMap(Version::parse));
    }

    private static String line(Battery battery, ResultWords figures) {
        return figures.line(
                        battery.total(),
                        battery.passed(),
                        battery.failed(),
                        battery.blocked(),
                        battery.open(),
                        battery.verdict())
                + (battery.finished() ? "" : " " + figures.words().of("label.qa.stopped"));
    }
}
