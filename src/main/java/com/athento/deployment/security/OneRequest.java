package com.athento.deployment.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Of a login by HTTP Basic, which holds for one request: its groups are those of now, and not those of a session. */
class OneRequest extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;

    OneRequest(HttpServletRequest request) {
        super(request);
    }
}
