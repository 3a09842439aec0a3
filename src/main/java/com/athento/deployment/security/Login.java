package com.athento.deployment.security;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.security.EngineLogin.TryLater;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One login for everything: the engine's REST API (HTTP Basic, stateless), our endpoints (HTTP Basic, or the browser's
 * session), and all that a person sees (form and session). Logging out anywhere ends that one session.
 * {@link EngineLogin} is the one that checks passwords for all of them; given to each chain as well, it would be asked
 * twice about each wrong one.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Login {

    /** Camunda's web applications guard themselves with a cookie and a header of their own. */
    private static final String CSRF_COOKIE = "XSRF-OWN";

    private static final String CSRF_HEADER = "X-XSRF-OWN";

    private static final RequestMatcher TASKLISTS_LOGOUT =
            path(HttpMethod.POST, "/camunda/api/admin/auth/user/default/logout");

    /** Only what we serve ourselves; styles may be inline, as the diagram viewer needs it. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final boolean demo;

    Login(Environment environment) {
        demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return http.securityMatcher(path("/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(Login::challenge))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(path("/api/**"), path("/demo/api/**"), path("/actuator/**")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                path("/actuator/health"),
                                path("/actuator/health/liveness"),
                                path("/actuator/health/readiness"))
                        .permitAll()
                        .requestMatchers(path(HttpMethod.PUT, "/api/**"), path("/actuator/**"))
                        .hasAnyRole(Person.ADMINS.toArray(String[]::new))
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(Login::challenge))
                .exceptionHandling(denied ->
                        denied.authenticationEntryPoint(Login::challenge).accessDeniedHandler(Login::deny))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> ownToken(csrf).ignoringRequestMatchers(Login::carriesPassword))
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(HttpSecurity http, WebAppsToken webAppsToken) throws Exception {
        var saved = savedRequests();
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                            .permitAll()
                            .requestMatchers(
                                    path("/login"),
                                    path("/error"),
                                    path("/css/**"),
                                    path("/js/login.js"),
                                    path("/js/reader-zone.js"),
                                    path("/favicon.svg"),
                                    path("/favicon.ico"))
                            .permitAll()
                            // There is one login, and it is ours.
                            .requestMatchers(path("/camunda/api/*/auth/user/*/login/**"))
                            .denyAll();
                    if (demo) {
                        requests.requestMatchers(path("/")).permitAll();
                    }
                    requests.anyRequest().authenticated();
                })
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(backToWhereOneWas(saved, webAppsToken))
                        .failureHandler(Login::notLoggedIn))
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(path(HttpMethod.POST, "/logout"), TASKLISTS_LOGOUT))
                        .logoutSuccessHandler(Login::loggedOut)
                        .deleteCookies("XSRF-TOKEN"))
                .requestCache(cache -> cache.requestCache(saved))
                .sessionManagement(session -> session.sessionFixation(fix -> fix.newSession()))
                .exceptionHandling(denied -> denied.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), new AskedForPage())
                        .defaultAuthenticationEntryPointFor(Login::unauthorized, request -> true))
                .csrf(csrf -> ownToken(csrf).ignoringRequestMatchers(path("/camunda/api/**")))
                .headers(Login::headers)
                .build();
    }

    private static CsrfConfigurer<HttpSecurity> ownToken(CsrfConfigurer<HttpSecurity> csrf) {
        var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName(CSRF_COOKIE);
        cookie.setHeaderName(CSRF_HEADER);
        // Without a name the cookie is written at once, for forms that never render the token.
        var handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return csrf.csrfTokenRepository(cookie).csrfTokenRequestHandler(handler);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        // Camunda's own files name their version; everything else may change with any restart.
        var unchanging = new OrRequestMatcher(
                path("/camunda/lib/**"),
                path("/camunda/assets/**"),
                request -> request.getRequestURI().endsWith("-bootstrap.js"));
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(unchanging), new CacheControlHeadersWriter()))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(path("/camunda/**")),
                        new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY)))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin);
    }

    /**
     * Only pages: a browser's request for an icon or for data must not replace them. In a cookie, since whoever has not
     * logged in has no session.
     */
    private static RequestCache savedRequests() {
        var saved = new CookieRequestCache();
        saved.setRequestMatcher(request -> "GET".equals(request.getMethod()) && new AskedForPage().matches(request));
        return saved;
    }

    private static AuthenticationSuccessHandler backToWhereOneWas(RequestCache saved, WebAppsToken webAppsToken) {
        var handler = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication person)
                    throws ServletException, IOException {
                webAppsToken.give(request, response);
                super.onAuthenticationSuccess(request, response, person);
            }

            @Override
            protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
                var then = request.getParameter("then");
                return isLocal(then) ? then : getDefaultTargetUrl();
            }
        };
        handler.setRequestCache(saved);
        handler.setTargetUrlParameter("then");
        handler.setDefaultTargetUrl("/");
        return handler;
    }

    /** A path of ours, so that a link to the login cannot lead elsewhere. */
    private static boolean isLocal(String path) {
        return path != null && path.matches("/(?![/\\\\])[^\\s\\\\]*");
    }

    private static void loggedOut(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        if (TASKLISTS_LOGOUT.matches(request)) {
            response.setStatus(HttpServletResponse.SC_OK);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?logout");
        }
    }

    private static void notLoggedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(request.getContextPath()
                + "/login?"
                + (failure instanceof TryLater later ? "wait=" + later.seconds() : "error"));
    }

    /** A browser's own code gets no challenge, else the browser would ask with a window of its own. */
    private static void challenge(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
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
    private static void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || person instanceof AnonymousAuthenticationToken) {
            challenge(request, response, new InsufficientAuthenticationException("no login"));
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, denied);
        }
    }

    private static void unauthorized(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static boolean carriesPassword(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    /** A person in front of a browser, as opposed to a program or a script in a page. */
    private static final class AskedForPage implements RequestMatcher {

        private final MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);

        AskedForPage() {
            html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        }

        @Override
        public boolean matches(HttpServletRequest request) {
            return html.matches(request) && !path("/camunda/api/**").matches(request);
        }
    }
}
