package com.athento.deployment.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * What shows that a page of ours asks, and no foreign one. Camunda's web applications guard themselves with a cookie
 * and a header of their own.
 */
final class OwnToken {

    private static final String COOKIE = "XSRF-OWN";

    private static final String HEADER = "X-XSRF-OWN";

    private OwnToken() {}

    static CsrfConfigurer<HttpSecurity> guard(CsrfConfigurer<HttpSecurity> csrf) {
        var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName(COOKIE);
        cookie.setHeaderName(HEADER);
        // Without a name the cookie is written at once, for forms that never render the token.
        var handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return csrf.csrfTokenRepository(cookie).csrfTokenRequestHandler(handler);
    }
}
