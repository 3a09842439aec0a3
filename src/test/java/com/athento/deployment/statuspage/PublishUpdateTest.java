package com.athento.deployment.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.register.Register;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done on a client's own page as an intervention goes on. */
class PublishUpdateTest extends PathsTest implements ClientsPage {

    @Autowired
    StatusUpdates updates;

    @Autowired
    Register register;

    @Autowired
    MailProperties mails;

    @Autowired
    JdbcClient database;

    @Autowired
    Publications publications;

    private final List<String> done = new ArrayList<>();
    private Entry shown;
    private PublishUpdate publish;

    @BeforeEach
    void begin() {
        publish = new PublishUpdate(updates, this, publications, register, mails);
    }

    @Override
    public boolean of(String clientCode) {
        return true;
    }

    @Override
    public String show(Optional<String> id, Entry entry) {
        shown = entry;
        done.add("show " + id.orElse("new"));
        return id.orElse("n" + done.size());
    }

    @Override
    public void takeBack(String id) {
        done.add("take back " + id);
    }

    @Test
    void anAgreedWindowIsShownOnceAndTakenBackWhenItNoLongerHolds() {
        var intervention = lifecycle.agreed();
        publishAll(intervention);
        publishAll(intervention);
        assertThat(done).containsExactly("show new", "show n1");
        assertThat(shown.start()).isEqualTo(Instant.parse("2027-02-06T21:00:00Z"));
        assertThat(Duration.between(shown.start(), shown.end())).hasMinutes(45);
        assertThat(shown.name()).contains("24.2.0").doesNotContain("Monthly");

        intervention.changes("project", "RESCHEDULE", "Audit").continues();
        publishAll(intervention);
        assertThat(done).last().isEqualTo("take back n1");

        intervention
                .completes(
                        "support",
                        Elements.REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-13T22:00"))
                .continues()
                .agrees();
        publishAll(intervention);
        assertThat(done).last().isEqualTo("show new");
        assertThat(shown.start()).isEqualTo(Instant.parse("2027-02-13T21:00:00Z"));
        assertThat(shown.description()).contains("Cambia de fecha", "6 de febrero", "13 de febrero");
    }

    @Test
    void aLateUpdateDoesNotUndoALaterOne() {
        var intervention = lifecycle.agreed();
        var planned = ids(intervention).get(0);
        intervention.changes("project", "CANCEL", "No").continues();

        publish.run(String.valueOf(planned));
        publishAll(intervention);

        assertThat(done).isEmpty();
    }

    private void publishAll(Intervention intervention) {
        ids(intervention).forEach(id -> publish.run(String.valueOf(id)));
    }

    private List<Long> ids(Intervention intervention) {
        return database.sql("select id from status_update where intervention_key = ? order by id")
                .param(intervention.key())
                .query(Long.class)
                .list();
    }
}
