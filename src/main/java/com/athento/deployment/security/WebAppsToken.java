package com.athento.deployment.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.CsrfPreventionFilter;

/**
 * Guards Camunda's web applications as their own filter does, in whose place it stands, with a token that is there from
 * the login on. Theirs is made by the first request that misses it: two at the same instant, perhaps at two nodes, make
 * two, and whoever holds the one that was not kept is refused and thrown out.
 */
class WebAppsToken extends CsrfPreventionFilter {

    /** Puts all that the web applications will ever keep into a session that begins. */
    void give(HttpServletRequest request, HttpServletResponse response) {
        setCSRFToken(request, response);
        AuthenticationUtil.getAuthsFromSession(request.getSession());
    }
}
