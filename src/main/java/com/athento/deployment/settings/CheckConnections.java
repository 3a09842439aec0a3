package com.athento.deployment.settings;

import com.athento.deployment.settings.Connections.Server;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Asks, before the pool opens its first connection, whether all of them will be there. A pool that is short works until
 * the hour in which everything runs at once.
 */
@Configuration(proxyBeanMethods = false)
class CheckConnections {

    private static final Logger LOG = LoggerFactory.getLogger(CheckConnections.class);

    private static final String JOBS = "camunda.bpm.job-execution.";

    /**
     * {@code reserved_connections} exists since PostgreSQL 16. Everybody may count other people's connections, but not
     * see of what kind they are; the server's own have no user.
     */
    private static final String ASK = """
            select current_setting('max_connections')::int as max,
                current_setting('superuser_reserved_connections')::int
                    + coalesce(current_setting('reserved_connections', true), '0')::int as kept_back,
                (select count(*) from pg_stat_activity
                    where datid is not null and usesysid is not null and pid <> pg_backend_pid())::int as taken
            """;

    @Bean
    static BeanPostProcessor connectionsFit(Environment environment) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    check(pool, environment);
                }
                return bean;
            }
        };
    }

    private static void check(HikariDataSource pool, Environment environment) {
        var connections = new Connections(pool.getMaximumPoolSize(), jobThreads(environment));
        connections.refusal().ifPresent(CheckConnections::refuse);
        if (pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            var server = ask(pool);
            connections.refusalBy(server).ifPresent(CheckConnections::refuse);
            connections.warning(server).ifPresent(LOG::warn);
        }
    }

    private static void refuse(String sentence) {
        throw new WrongSetting(sentence);
    }

    private static int jobThreads(Environment environment) {
        return environment.getProperty(JOBS + "enabled", Boolean.class, true)
                ? environment.getRequiredProperty(JOBS + "max-pool-size", Integer.class)
                : 0;
    }

    private static Server ask(HikariDataSource pool) {
        try (var connection = DriverManager.getConnection(pool.getJdbcUrl(), login(pool))) {
            return ask(connection);
        } catch (SQLException failure) {
            throw new CannotGetJdbcConnectionException("The first connection failed", failure);
        }
    }

    private static Properties login(HikariDataSource pool) {
        var login = new Properties();
        login.putAll(pool.getDataSourceProperties());
        Optional.ofNullable(pool.getUsername()).ifPresent(user -> login.put("user", user));
        Optional.ofNullable(pool.getPassword()).ifPresent(secret -> login.put("password", secret));
        return login;
    }

    private static Server ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(ASK)) {
            answer.next();
            return new Server(answer.getInt("max"), answer.getInt("kept_back"), answer.getInt("taken"));
        }
    }
}
