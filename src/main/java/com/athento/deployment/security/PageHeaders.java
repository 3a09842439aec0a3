package com.athento.deployment.security;

import static com.athento.deployment.security.Paths.path;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a browser is told besides a page: how long to keep it, and what the page may load. */
final class PageHeaders {

    /**
     * Only what we serve ourselves; styles may be inline, as the diagram viewer needs it, and the calendar's signs,
     * too.
     */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
                    + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Camunda's own files name their version; everything else may change with any restart. */
    private static final RequestMatcher UNCHANGING = new OrRequestMatcher(
            path("/camunda/lib/**"),
            path("/camunda/assets/**"),
            request -> request.getRequestURI().endsWith("-bootstrap.js"));

    private PageHeaders() {}

    static void set(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(UNCHANGING), new CacheControlHeadersWriter()))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(path("/camunda/**")),
                        new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY)))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin);
    }
}
