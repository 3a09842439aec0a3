package com.athento.deployment.security.language;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.web.servlet.filter.OrderedFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Each request is in one language: the one that its reader has chosen ({@link ChosenLanguage}), else the best of those
 * that the browser or program asks for, else English. Whoever answers reads it as the request's own, whatever the
 * machine is set to, and the engine's API as our pages.
 */
@Component
@Order(OrderedFilter.REQUEST_WRAPPER_FILTER_MAX_ORDER - 200)
class ReadersLanguage extends OncePerRequestFilter {

    private static final List<String> OURS = List.of("en", "es");

    /** An error is answered by another round, with the request as it came. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // One cache must not give to one reader what it has kept for another.
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        chain.doFilter(new InOneLanguage(request, of(request)), response);
    }

    private static Locale of(HttpServletRequest request) {
        return ChosenLanguage.in(request)
                .map(language -> Locale.forLanguageTag(language.code()))
                .or(() -> askedFor(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                .orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> askedFor(String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), OURS))
                    .map(Locale::forLanguageTag);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static final class InOneLanguage extends HttpServletRequestWrapper {

        private final Locale locale;

        InOneLanguage(HttpServletRequest request, Locale locale) {
            super(request);
            this.locale = locale;
        }

        @Override
        public Locale getLocale() {
            return locale;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(locale));
        }

        @Override
        public String getHeader(String name) {
            return isLanguage(name) ? locale.toLanguageTag() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isLanguage(name) ? Collections.enumeration(List.of(locale.toLanguageTag())) : super.getHeaders(name);
        }

        private static boolean isLanguage(String name) {
            return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name);
        }
    }
}
