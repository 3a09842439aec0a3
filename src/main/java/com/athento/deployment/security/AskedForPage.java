package com.athento.deployment.security;

import static com.athento.deployment.security.Paths.path;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** A person in front of a browser, as opposed to a program or a script in a page. */
final class AskedForPage implements RequestMatcher {

    private final MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);

    AskedForPage() {
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return html.matches(request) && !path("/camunda/api/**").matches(request);
    }
}
