package com.athento.deployment.security;

import static com.athento.deployment.security.Paths.anyOf;
import static com.athento.deployment.security.Paths.path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What clients, and our own people's calendars, reach without a login. Whoever comes holds a secret address: it must
 * not leave the page by a referrer, a cache or somebody else's frame.
 */
@Configuration(proxyBeanMethods = false)
class PublicDoors {

    /** What is shared at will and read again and again: no cache has to ask for all of it anew. */
    private static final RequestMatcher STATUS = path("/status/**");

    /** Styles and pictures of ours, forms to ourselves, and nothing else. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain consent(HttpSecurity http) throws Exception {
        return open(http, path("/consent/**"))
                .headers(headers -> headers(headers, CONTENT_SECURITY_POLICY))
                .build();
    }

    /** Its one script shows times on the reader's clock. */
    @Bean
    @Order(0)
    SecurityFilterChain status(HttpSecurity http) throws Exception {
        return open(http, STATUS)
                .headers(headers -> headers(headers, CONTENT_SECURITY_POLICY + "; script-src 'self'")
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    /** Of our own people, for their calendar programs, which know no login. */
    @Bean
    @Order(0)
    SecurityFilterChain planningFeeds(HttpSecurity http) throws Exception {
        return open(http, path("/planning/feed/*"))
                .headers(headers -> headers(headers, CONTENT_SECURITY_POLICY))
                .build();
    }

    private static HttpSecurity open(HttpSecurity http, RequestMatcher pages) throws Exception {
        return http.securityMatcher(pages)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // The address itself is the secret that a foreign page cannot know, or nothing is changed.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    private static HeadersConfigurer<HttpSecurity> headers(
            HeadersConfigurer<HttpSecurity> headers, String contentSecurityPolicy) {
        return headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** What pages of other origins load: anybody may, and what it says is meant for everybody. */
    @Bean
    @Order(0)
    SecurityFilterChain banner(HttpSecurity http) throws Exception {
        return open(http, anyOf("/banner.js", "/banner/**"))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.CROSS_ORIGIN)))
                .build();
    }
}
