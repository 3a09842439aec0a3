package com.athento.deployment.security;

import com.athento.deployment.security.EngineLogin.TryLater;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** What whoever is not let in is answered. */
final class NotLetIn {

    private NotLetIn() {}

    static void notLoggedIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var why = failure instanceof TryLater later ? "wait=" + later.seconds() : "error";
        response.sendRedirect(request.getContextPath() + "/login?" + why);
    }

    /** A browser's own code gets no challenge, else the browser would ask with a window of its own. */
    static void challenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        if (missing instanceof TryLater later) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(later.seconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        if (request.getHeader("Sec-Fetch-Site") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"deployments\", charset=\"UTF-8\"");
        }
        unauthorized(request, response, missing);
    }

    /** A missing token is no answer to somebody who has not even logged in. */
    static void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || person instanceof AnonymousAuthenticationToken) {
            challenge(request, response, new InsufficientAuthenticationException("no login"));
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, denied);
        }
    }

    static void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
