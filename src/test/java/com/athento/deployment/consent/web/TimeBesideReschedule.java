package com.athento.deployment.consent.web;

import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.OverRest;
import com.athento.deployment.process.SameInstant;
import com.athento.deployment.security.Visit;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client takes one of the times that are offered while the project team takes the window away. */
public record TimeBesideReschedule(Lifecycle lifecycle, JdbcClient database, int port) {

    /** Taking a time is the shorter way: without that it would always be first. */
    private static final Duration HEAD_START = Duration.ofMillis(80);

    /** Whoever comes second may find the other's work done, and then acts upon that or reads why not. */
    public void isBeforeItOrNeverTaken() throws Exception {
        var intervention = lifecycle.approved();
        var link = ClientsMail.newestLink(intervention, port);
        var time = ClientsMail.offered(Visit.browser(port).get(link)).get(0);
        try (var sameInstant = new SameInstant()) {
            var answers = sameInstant.both(
                    () -> {
                        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(HEAD_START.toNanos()));
                        return Visit.browser(port)
                                .form(link, new HashMap<>(Map.of("answer", "SLOT", "window", time, "by", "Ana")));
                    },
                    new OverRest(port).changes(intervention, "RESCHEDULE"));
            intervention.continues();

            var taken = answers.get(0).status() == 200;
            var rescheduled = answers.get(1).status() == 200;
            assertThat(taken || rescheduled).as("%s", answers).isTrue();
            if (!taken) {
                assertThat(answers.get(0).status()).as(answers.get(0).body()).isEqualTo(404);
                assertThat(answers.get(0).body())
                        .contains("El plan por el que le preguntábamos ha cambiado. Espere nuestro próximo correo");
            }
            if (!rescheduled) {
                answers.get(1).isRefused(409);
            }
            assertThat(database.sql("select answer from consent where intervention_key = ?")
                            .param(intervention.key())
                            .query(String.class)
                            .list())
                    .hasSize(taken ? 1 : 0);
            assertThat(intervention.value("revision")).isEqualTo(taken ? 2 : 1);
            assertThat(intervention.value("windowStartLocal"))
                    .isEqualTo(taken ? time : Lifecycle.TEN_AT_NIGHT.toString());
            assertThat(intervention.waitsAt())
                    .isEqualTo(rescheduled ? List.of(REVISE_REQUEST) : List.of("notice-due", "window-opened"));
        }
    }
}
