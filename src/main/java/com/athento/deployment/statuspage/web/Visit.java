package com.athento.deployment.statuspage.web;

import com.athento.deployment.register.Client;
import com.athento.deployment.statuspage.StatusWords;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * One request for a page that exists.
 *
 * @param address of the page
 * @param asked whether the reader asked for the language
 */
record Visit(Client client, String address, StatusWords words, boolean asked, String etag) {

    /** Keeps the language that was asked for. */
    String query() {
        return asked ? "?lang=" + language() : "";
    }

    String title() {
        return words.words().of("status-page.title", client.name());
    }

    /** Where a calendar program subscribes. */
    String webcal() {
        return address.replaceFirst("^https?:", "webcal:") + "/calendar.ics?lang=" + language();
    }

    private String language() {
        return words.words().language().code();
    }

    /** Whether the reader has it already; then the answer is 304 and nothing more. */
    boolean isKnown(ServletWebRequest request) {
        request.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return request.checkNotModified(etag);
    }
}
