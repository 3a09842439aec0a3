package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The words and sentences that scripts and forms say, by their names. */
@RestController
class WordsApi {

    private static final List<String> SAID = List.of(
            "form",
            "nav",
            "outcome",
            "overview.changeKind",
            "overview.column",
            "overview.decided",
            "overview.fact",
            "overview.fix",
            "overview.flagKind",
            "overview.gravity",
            "overview.group",
            "overview.hour",
            "overview.known",
            "overview.mailState",
            "overview.origin",
            "overview.outcome",
            "overview.phase",
            "overview.risk",
            "overview.severity",
            "overview.state",
            "overview.test",
            "risk",
            "script");

    /**
     * Asked for with each page, and sent only if they have changed since.
     *
     * @param lang of the page they are for; without it as the browser asks
     */
    @GetMapping("/api/words")
    ResponseEntity<Map<String, String>> words(@RequestParam(required = false) String lang, Locale browser) {
        var language = Language.of(lang == null ? browser : Locale.forLanguageTag(lang));
        var words = said(new Words(language));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(Integer.toHexString(words.hashCode()))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(words);
    }

    private static Map<String, String> said(Words words) {
        var said = new TreeMap<String, String>();
        SAID.forEach(kind -> said.putAll(words.under(kind)));
        for (var severity : Severity.values()) {
            said.put("priority." + severity.priority(), priority(severity, words));
        }
        return said;
    }

    /** A routine's priority is that of any task, and goes without saying. */
    private static String priority(Severity severity, Words words) {
        return severity == Severity.NONE ? "" : words.code("overview.severity", severity);
    }
}
