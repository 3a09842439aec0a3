package com.athento.deployment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.OwnContext;
import com.athento.deployment.bench.Whole;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Whatever the mail server does and however the clock moves: no reader's last mail is untrue, nobody is told twice,
 * nobody is forgotten. On PostgreSQL; {@code -Dstorm=300} makes it longer, {@code -Dseed=} another one.
 */
@OwnContext
class MailStormIT {

    private static final int INTERVENTIONS = Integer.getInteger("storm", 40);
    private static final long SEED = Long.getLong("seed", 1);

    @AfterEach
    void time() {
        ClockUtil.reset();
    }

    @Test
    void nobodyIsToldWhatIsNotSo() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var pool = new HikariDataSource();
                var server = new MisbehavingServer()) {
            pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
            pool.setUsername("postgres");
            try (var application = Whole.on(pool, server.port(), false)) {
                // Whoever waits for a server that does not answer shall not wait for long.
                new BorrowedSender(application.getBean(JavaMailSenderImpl.class), server);
                var storm = new Storm(application, server, SEED);

                storm.brews(INTERVENTIONS);

                LoggerFactory.getLogger(MailStormIT.class).warn("{} interventions: {}", INTERVENTIONS, storm.summary());
                assertThat(storm.complaints()).isEmpty();
            }
        }
    }
}
