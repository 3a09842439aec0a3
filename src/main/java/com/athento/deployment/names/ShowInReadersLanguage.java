package com.athento.deployment.names;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tasklist, Cockpit and Admin name tasks, events, models and lists in the language of whoever looks at them. They ask
 * the engine, which has one name of each, so its answers to them are translated on the way out. What it answers to
 * machines at {@code /engine-rest} stays as it is kept.
 */
class ShowInReadersLanguage extends OncePerRequestFilter {

    private static final String JSON = "json";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        // The engine's API has put its own in place of ours; that a language was chosen, a cookie says.
        answer.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        answer.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        if (isJson(answer)) {
            var words = new ModelWords(Language.of(request.getLocale()));
            var translated = NamesInJson.in(words, answer.getContentAsByteArray());
            if (translated.isPresent()) {
                answer.resetBuffer();
                answer.getOutputStream().write(translated.get());
            }
        }
        answer.copyBodyToResponse();
    }

    private static boolean isJson(HttpServletResponse answer) {
        return answer.getContentType() != null && answer.getContentType().contains(JSON);
    }
}
