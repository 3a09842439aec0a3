package com.athento.deployment.security;

import com.athento.deployment.security.language.ChosenLanguage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Whoever logs in goes on where they were sent to the login from, or where its form says. */
final class BackToWhereOneWas extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final String THEN = "then";

    private final WebAppsToken webAppsToken;
    private final ChosenLanguage language;

    BackToWhereOneWas(RequestCache saved, WebAppsToken webAppsToken, ChosenLanguage language) {
        this.webAppsToken = webAppsToken;
        this.language = language;
        setRequestCache(saved);
        setTargetUrlParameter(THEN);
        setDefaultTargetUrl("/");
    }

    /**
     * Only pages: a browser's request for an icon or for data must not replace them. In a cookie, since whoever has not
     * logged in has no session.
     */
    static RequestCache savedRequests() {
        var pages = new AskedForPage();
        var saved = new AddressAlone();
        saved.setRequestMatcher(request -> "GET".equals(request.getMethod()) && pages.matches(request));
        return saved;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        webAppsToken.give(request, response);
        language.takeAlong(person.getName(), request, response);
        super.onAuthenticationSuccess(request, response, person);
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        return LocalPath.in(request.getParameter(THEN)).orElseGet(this::getDefaultTargetUrl);
    }

    /**
     * The page is asked for as its reader asks for pages: of the request that was saved nothing but the address is
     * known.
     */
    private static final class AddressAlone extends CookieRequestCache {

        @Override
        public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
            // Forgets it.
            super.getMatchingRequest(request, response);
            return null;
        }
    }
}
