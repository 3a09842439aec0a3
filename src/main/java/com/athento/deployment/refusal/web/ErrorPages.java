package com.athento.deployment.refusal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is left when nobody else answers: a page for people, a sentence for machines. */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 415, 429);

    private static final List<String> ENDPOINTS = List.of("/api/", "/demo/api/", "/engine-rest/", "/camunda/api/");

    private final MessageSource sentences;

    ErrorPages(MessageSource sentences) {
        this.sentences = sentences;
    }

    @RequestMapping("/error")
    Object answer(HttpServletRequest request, HttpServletResponse response, Locale language) {
        var status = status(request);
        // What the header says, the sentence says.
        var wait = response.getHeader(HttpHeaders.RETRY_AFTER);
        var sentence = sentence("sentence", status, language, wait);
        if (isForAPerson(request)) {
            return new ModelAndView("failed", HttpStatus.valueOf(status))
                    .addObject("status", status)
                    .addObject("heading", sentence("heading", status, language))
                    .addObject("sentence", sentence);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", sentence));
    }

    /** Endpoints speak JSON whoever asks. */
    private static boolean isForAPerson(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE) && !isEndpoint(asked, request);
    }

    /** Whether programs ask there, and get JSON. */
    static boolean isEndpoint(String asked, HttpServletRequest request) {
        return ENDPOINTS.stream().map(path -> request.getContextPath() + path).anyMatch(asked::startsWith);
    }

    private String sentence(String kind, int status, Locale language, Object... parts) {
        var known = KNOWN.contains(status) ? status : status < 500 ? 400 : 500;
        return sentences.getMessage("error.%d.%s".formatted(known, kind), parts, language);
    }

    /** Whoever opens this address by hand finds nothing. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        && HttpStatus.resolve(status) != null
                ? status
                : 404;
    }
}
