package com.athento.deployment.security.language;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.post.ReadersLanguages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The language that somebody has chosen: kept by the browser, and by the account of whoever is logged in. */
@Component
public class ChosenLanguage {

    /** Not for the server alone: scripts of pages read it, too. */
    public static final String COOKIE = "language";

    /** No browser keeps one for longer. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final ReadersLanguages readers;

    ChosenLanguage(ReadersLanguages readers) {
        this.readers = readers;
    }

    static Optional<Language> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .flatMap(cookie -> Language.find(cookie.getValue()));
    }

    /** Whoever logs in goes on in their language; what was chosen before the login is theirs if they had none. */
    public void takeAlong(String account, HttpServletRequest request, HttpServletResponse response) {
        readers.of(account)
                .ifPresentOrElse(
                        own -> keep(own, request, response),
                        () -> in(request).ifPresent(chosen -> readers.choose(account, chosen)));
    }

    void choose(Language language, HttpServletRequest request, HttpServletResponse response) {
        if (request.getUserPrincipal() != null) {
            readers.choose(request.getUserPrincipal().getName(), language);
        }
        keep(language, request, response);
    }

    private static void keep(Language language, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, language.code())
                .path(request.getContextPath() + "/")
                .maxAge(KEPT)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
