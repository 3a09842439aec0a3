package com.athento.deployment.bench;

import com.athento.deployment.Type4Deployment;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * The application as it is, with all rules, read model and mails; its mail server swallows what it gets. Everybody's
 * password is {@code demo}.
 */
public final class Whole {

    private Whole() {}

    /**
     * @param mailPort where its mail server listens on this machine
     * @param settings others than usual, as on a command line
     */
    public static ConfigurableApplicationContext on(
            DataSource database, int mailPort, boolean runsJobs, String... settings) {
        var application = started(database, mailPort, runsJobs, settings);
        fill(application);
        return application;
    }

    /** One more node that runs jobs, on a database that another one has filled. */
    static ConfigurableApplicationContext node(DataSource database, int mailPort) {
        return started(database, mailPort, true);
    }

    private static ConfigurableApplicationContext started(
            DataSource database, int mailPort, boolean runsJobs, String... settings) {
        return new SpringApplicationBuilder(Type4Deployment.class, Quiet.class)
                .profiles("bench")
                .properties(Map.of(
                        "server.port", "0",
                        "server.address", "127.0.0.1",
                        "spring.mail.host", "127.0.0.1",
                        "deployment.mail.allow-plain", "true",
                        "deployment.proven.on", "0",
                        "spring.mail.port", String.valueOf(mailPort),
                        "camunda.bpm.job-execution.enabled", String.valueOf(runsJobs),
                        "logging.level.root", "warn"))
                .initializers(context -> context.getBeanFactory().registerSingleton("dataSource", database))
                .run(settings);
    }

    private static void fill(ConfigurableApplicationContext application) {
        var sql = application.getBean(JdbcClient.class);
        sql.sql(
                        "insert into client (code, name, locale, zone, status_key) values ('BENCH', 'Bench', 'es', 'Europe/Madrid', 'BENCH')")
                .update();
        for (var role : new String[] {"CONTACT", "PROJECT_TEAM", "END_USERS"}) {
            sql.sql("insert into contact (client_code, position, name, email, role) values ('BENCH', ?, ?, ?, ?)")
                    .params(role.length(), "Somebody", role.toLowerCase(java.util.Locale.ROOT) + "@bench.example", role)
                    .update();
        }
        instance(sql, "BENCH-PRO");
        var identities = application.getBean(IdentityService.class);
        for (var person : new String[] {"product", "project", "support", "systems", "qa", "managers"}) {
            var user = identities.newUser(person);
            user.setPassword("demo");
            user.setEmail(person + "@vendor.example");
            identities.saveUser(user);
            identities.createMembership(person, person);
        }
    }

    /** One more instance of the client. */
    public static String instance(JdbcClient sql, int number) {
        return instance(sql, "BENCH-%d".formatted(number));
    }

    private static String instance(JdbcClient sql, String code) {
        sql.sql("""
                        insert into instance (code, client_code, environment, line, version, last_update,
                            notice_hours, support_hours, rollback_minutes, banner_key)
                        values (?, 'BENCH', 'PRO', 'SE', '24.1.0', date '2027-01-10', 48, 24, 15, ?)""").params(code, code).update();
        return code;
    }

    /** What the machine's own clock would start comes into no figure. */
    static class Quiet {

        @Bean
        SessionRepositoryCustomizer<JdbcIndexedSessionRepository> withoutCleanUp() {
            return sessions -> sessions.setCleanupCron(Scheduled.CRON_DISABLED);
        }
    }
}
