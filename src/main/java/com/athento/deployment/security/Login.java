package com.athento.deployment.security;

import static com.athento.deployment.security.Paths.anyOf;
import static com.athento.deployment.security.Paths.path;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.security.language.ChosenLanguage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HttpBasicConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
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

    private static final RequestMatcher TASKLISTS_LOGOUT =
            path(HttpMethod.POST, "/camunda/api/admin/auth/user/default/logout");

    private final boolean demo;

    Login(Environment environment) {
        demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return http.securityMatcher(path("/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Login::basic)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
        return http.securityMatcher(anyOf("/api/**", "/demo/api/**", "/actuator/**"))
                .authorizeHttpRequests(Login::letProgramsIn)
                .httpBasic(Login::basic)
                .exceptionHandling(denied ->
                        denied.authenticationEntryPoint(NotLetIn::challenge).accessDeniedHandler(NotLetIn::deny))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> OwnToken.guard(csrf).ignoringRequestMatchers(Login::carriesPassword))
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void basic(HttpBasicConfigurer<HttpSecurity> basic) {
        basic.authenticationEntryPoint(NotLetIn::challenge).authenticationDetailsSource(OneRequest::new);
    }

    private static void letProgramsIn(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(anyOf("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"))
                .permitAll()
                // The versions of the product are product's own.
                .requestMatchers(path(HttpMethod.PUT, "/api/versions/**"))
                .hasAnyRole(Stream.concat(Stream.of(Team.PRODUCT.id()), Person.ADMINS.stream())
                        .toArray(String[]::new))
                // Who may change a freeze hears from it by name, and so does who may not.
                .requestMatchers(path(HttpMethod.PUT, "/api/freezes/**"))
                .authenticated()
                .requestMatchers(path(HttpMethod.PUT, "/api/**"), path("/actuator/**"))
                .hasAnyRole(Person.ADMINS.toArray(String[]::new))
                .anyRequest()
                .authenticated();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(HttpSecurity http, WebAppsToken webAppsToken, ChosenLanguage language) throws Exception {
        var saved = BackToWhereOneWas.savedRequests();
        return http.authorizeHttpRequests(this::letPeopleIn)
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new BackToWhereOneWas(saved, webAppsToken, language))
                        .failureHandler(NotLetIn::notLoggedIn))
                .logout(Login::logout)
                .requestCache(cache -> cache.requestCache(saved))
                .sessionManagement(session -> session.sessionFixation(fix -> fix.newSession()))
                .exceptionHandling(Login::sendToLogin)
                .csrf(csrf -> OwnToken.guard(csrf).ignoringRequestMatchers(path("/camunda/api/**")))
                .headers(PageHeaders::set)
                .build();
    }

    private void letPeopleIn(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(anyOf(
                        "/login",
                        "/error",
                        "/language",
                        "/css/**",
                        "/js/login.js",
                        "/js/reader-zone.js",
                        "/favicon.svg",
                        "/favicon.ico"))
                .permitAll()
                // There is one login, and it is ours.
                .requestMatchers(path("/camunda/api/*/auth/user/*/login/**"))
                .denyAll();
        if (demo) {
            requests.requestMatchers(path("/")).permitAll();
        }
        requests.anyRequest().authenticated();
    }

    private static void sendToLogin(ExceptionHandlingConfigurer<HttpSecurity> denied) {
        denied.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), new AskedForPage())
                .defaultAuthenticationEntryPointFor(NotLetIn::unauthorized, request -> true);
    }

    private static void logout(LogoutConfigurer<HttpSecurity> logout) {
        logout.logoutRequestMatcher(new OrRequestMatcher(path(HttpMethod.POST, "/logout"), TASKLISTS_LOGOUT))
                .logoutSuccessHandler(Login::loggedOut)
                .deleteCookies("XSRF-TOKEN", ChosenLanguage.COOKIE);
    }

    private static void loggedOut(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        if (TASKLISTS_LOGOUT.matches(request)) {
            response.setStatus(HttpServletResponse.SC_OK);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?logout");
        }
    }

    private static boolean carriesPassword(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
    }
}
