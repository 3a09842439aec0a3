package com.athento.deployment.security.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The page that says that something failed does not ask the database who reads it, where the database is what failed:
 * there would be no page, and twice the wait.
 */
class ErrorsWithoutSession extends OncePerRequestFilter {

    private final String cookie;

    ErrorsWithoutSession(String cookie) {
        this.cookie = cookie;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .noneMatch(SQLException.class::isInstance);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Unknown(request), response);
    }

    private final class Unknown extends HttpServletRequestWrapper {

        Unknown(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie[] getCookies() {
            var all = super.getCookies();
            return all == null
                    ? null
                    : Arrays.stream(all)
                            .filter(one -> !one.getName().equals(cookie))
                            .toArray(Cookie[]::new);
        }
    }
}
