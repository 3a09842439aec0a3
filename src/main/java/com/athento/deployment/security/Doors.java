package com.athento.deployment.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the login reaches the engine: its web applications, its REST API, and our own pages. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final int AFTER_LOGIN = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    private static final Map<String, String> FROM_SPRING =
            Map.of(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, FromSpring.class.getName());

    /** From where a password comes is known before it is checked; by default it is known later. */
    @Bean
    OrderedRequestContextFilter requestContextFilter() {
        return new OrderedRequestContextFilter();
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> loginOfWebApplications() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(FROM_SPRING);
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(AFTER_LOGIN);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> loginOfMachines() {
        var filter = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.setInitParameters(FROM_SPRING);
        filter.addUrlPatterns("/engine-rest/*");
        filter.setAsyncSupported(true);
        filter.setOrder(AFTER_LOGIN + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ActingPerson> loginOfOwnPages(ProcessEngine engine) {
        var filter = new FilterRegistrationBean<>(new ActingPerson(engine));
        filter.addUrlPatterns("/*");
        filter.setOrder(AFTER_LOGIN + 2);
        return filter;
    }

    @Bean
    WebAppsToken webAppsToken() {
        return new WebAppsToken();
    }

    /** Under the name of Camunda's own, which is then not registered. */
    @Bean
    FilterRegistrationBean<WebAppsToken> tokenOfWebApplications(WebAppsToken token, CamundaBpmProperties camunda) {
        var filter = new FilterRegistrationBean<>(token);
        filter.setName("CsrfPreventionFilter");
        filter.setInitParameters(camunda.getWebapp().getCsrf().getInitParams());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(AFTER_LOGIN + 4);
        return filter;
    }

    /** Before the filters of Camunda's that hand on the nonce. */
    @Bean
    FilterRegistrationBean<NonceOfEachPage> nonceOfEachPage() {
        var filter = new FilterRegistrationBean<>(new NonceOfEachPage());
        filter.addUrlPatterns("/camunda/app/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(AFTER_LOGIN + 5);
        return filter;
    }

    /** Camunda's own entrance leads to an application that knows nothing of the others. */
    @Bean
    FilterRegistrationBean<Filter> oneEntrance() {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) ->
                ((HttpServletResponse) response).sendRedirect(((HttpServletRequest) request).getContextPath() + "/"));
        filter.addUrlPatterns("/camunda", "/camunda/", "/camunda/app", "/camunda/app/");
        filter.setOrder(AFTER_LOGIN + 3);
        return filter;
    }
}
