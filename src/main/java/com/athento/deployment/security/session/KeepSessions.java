package com.athento.deployment.security.session;

import jakarta.servlet.DispatcherType;
import java.sql.DatabaseMetaData;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Sessions are in the database: who has logged in at one node is known at the others, and after a restart. Only who has
 * logged in has one.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(cleanupCron = "0 0/10 * * * *")
class KeepSessions {

    /** Spring Session's. */
    private static final String DEFAULT_COOKIE = "SESSION";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> asTheServerIsTold(
            ServerProperties server, DataSource database) throws MetaDataAccessException {
        var product = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        return sessions -> {
            sessions.setDefaultMaxInactiveInterval(
                    server.getServlet().getSession().getTimeout());
            sessions.setConversionService(AttributeBytes.both());
            if ("PostgreSQL".equals(product)) {
                // Two requests of one person that add the same thing: the later one holds.
                new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            }
        };
    }

    @Bean
    @Primary
    SparingSessions sparingly(JdbcIndexedSessionRepository kept) {
        return new SparingSessions(kept);
    }

    @Bean
    FilterRegistrationBean<ErrorsWithoutSession> errorsWithoutSession(ServerProperties server) {
        var name = server.getServlet().getSession().getCookie().getName();
        var filter = new FilterRegistrationBean<>(new ErrorsWithoutSession(name == null ? DEFAULT_COOKIE : name));
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }
}
