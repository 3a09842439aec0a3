package com.athento.deployment.names;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where names are translated: behind everybody who may refuse a request of the web applications. */
@Configuration(proxyBeanMethods = false)
class NamesDoor {

    private static final int BEHIND_THE_LOGIN = SecurityProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    FilterRegistrationBean<ShowInReadersLanguage> namesOfWebApplications() {
        var filter = new FilterRegistrationBean<>(new ShowInReadersLanguage());
        filter.addUrlPatterns("/camunda/api/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(BEHIND_THE_LOGIN);
        return filter;
    }
}
