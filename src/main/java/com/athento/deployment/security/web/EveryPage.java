package com.athento.deployment.security.web;

import com.athento.deployment.intervention.Person;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page of ours needs to know. */
@ControllerAdvice
class EveryPage {

    private static final String ROLE = "ROLE_";

    private final boolean demo;

    EveryPage(Environment environment) {
        demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Null without login. */
    @ModelAttribute("visitor")
    Person visitor() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || login instanceof AnonymousAuthenticationToken) {
            return null;
        }
        return new Person(
                login.getName(),
                login.getAuthorities().stream()
                        .map(authority -> authority.getAuthority())
                        .filter(authority -> authority.startsWith(ROLE))
                        .map(authority -> authority.substring(ROLE.length()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Where the switch of the language leads back to: the page itself, unless it answers a form. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return "/";
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return asked.substring(request.getContextPath().length()) + query;
    }

    @ModelAttribute("demo")
    boolean demo() {
        return demo;
    }
}
