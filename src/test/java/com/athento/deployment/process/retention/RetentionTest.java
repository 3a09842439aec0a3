package com.athento.deployment.process.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.record.TextsOnRecord;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Over the years: what is about persons goes, the rest stays, and every page still stands. */
@ApplicationTest
class RetentionTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @LocalServerPort
    private int port;

    @Autowired
    private Lifecycle lifecycle;

    @Autowired
    private RetentionProperties retention;

    @Autowired
    private ForgetAtNight forget;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void tonightAgain() {
        ClockUtil.reset();
        turns().forEach(turn -> jobs.deleteJob(turn.getId()));
        forget.afterPropertiesSet();
    }

    @Test
    void oneJobWaitsForTheNight() {
        turns().forEach(turn -> jobs.deleteJob(turn.getId()));
        lifecycle.now(Lifecycle.MORNING);

        forget.afterPropertiesSet();
        forget.afterPropertiesSet();

        assertThat(turns()).hasSize(1);
        assertThat(due()).isEqualTo("2027-02-02T23:00:00Z");
        lifecycle.now(Instant.parse("2027-02-03T04:59:59Z"));
        night();
        assertThat(due()).isEqualTo("2027-02-03T23:00:00Z");
        lifecycle.now(Instant.parse("2027-02-04T05:30:00Z"));
        night();
        assertThat(due()).isEqualTo("2027-02-04T23:00:00Z");
    }

    @Test
    void whatIsAboutPersonsGoesWhenItsTimeIsOverAndNoPageBreaks() {
        var ended = lifecycle.supported().closes();
        var running = lifecycle.agreed();
        proves(ended);
        proves(running);
        TextsOnRecord.putAsBefore(database, ended.key(), "closing");
        var manager = Visit.browser(port);
        manager.logsIn("manager", "demo");

        endedAgo(ended, retention.texts());
        assertThat(mailsWith("texts", ended)).isEqualTo(9);
        assertThat(mailsWith("body_html", ended)).isOne();
        endedAgo(ended, retention.texts().plus(SECOND));
        assertThat(mailsWith("texts", ended)).isZero();
        assertThat(mailsWith("body_html", ended)).isZero();
        assertThat(mailsWith("body_text", ended)).isZero();
        assertThat(mailsWith("calendar_entry", ended)).isZero();
        assertThat(mailsWith("recipients", ended)).isEqualTo(10);
        readsWithoutTexts(manager, ended);

        endedAgo(ended, retention.addresses());
        assertThat(mailsWith("recipients", ended)).isEqualTo(10);
        assertThat(mailsWith("link_of", ended))
                .as("the question to each of three")
                .isEqualTo(3);
        endedAgo(ended, retention.addresses().plus(SECOND));
        assertThat(mailsWith("recipients", ended)).isZero();
        assertThat(mailsWith("link_of", ended)).isZero();
        readsWithoutAddresses(manager, ended);

        endedAgo(ended, retention.evidence());
        assertThat(answersWith("shown", ended)).isOne();
        endedAgo(ended, retention.evidence().plus(SECOND));
        assertThat(answersWith("shown", ended)).isZero();
        assertThat(answersWith("from_address", ended)).isZero();
        assertThat(answersWith("link_of", ended)).isZero();
        night();
        readsWithoutEvidence(manager, ended);

        assertThat(mailsWith("texts", running)).isEqualTo(mailsWith("message_id", running));
        assertThat(mailsWith("recipients", running)).isPositive();
        assertThat(answersWith("shown", running)).isOne();
    }

    @Test
    void anAddressThatNobodyConfirmedGoesAfterTwoDays() {
        lifecycle.now(Lifecycle.MORNING);
        database.sql(
                        "insert into status_subscriber (client_code, email, locale, link, asked_at) values ('ACME', 'late@acme.example', 'es', 'a-link', ?)")
                .param(StoredTime.of(lifecycle.now()))
                .update();

        atNight(Lifecycle.MORNING.plus(Duration.ofDays(1)));
        assertThat(asked()).isOne();
        atNight(Lifecycle.MORNING.plus(Duration.ofDays(2)));
        assertThat(asked()).isZero();
    }

    private void readsWithoutTexts(Visit manager, Intervention ended) {
        var mail = firstMail(ended);
        assertThat(page(manager, "/interventions/" + ended.key() + "/mails/" + mail))
                .contains("The text of this mail was removed", "To: ")
                .doesNotContain("<iframe");
        var letter = manager.get("/interventions/" + ended.key() + "/mails/" + mail + "/letter");
        assertThat(letter.status()).isEqualTo(404);
        assertThat(letter.body()).contains("The text of mail " + mail + " was removed");
        assertThat(page(manager, "/interventions/" + ended.key()))
                .contains("To: ")
                .doesNotContain("addresses were removed");
        assertThat(JsonPath.<List<Boolean>>read(whole(ended), "$.mails[*].textRemoved"))
                .hasSize(10)
                .containsOnly(true);
        assertThat(JsonPath.<List<Boolean>>read(whole(ended), "$.mails[*].addressesRemoved"))
                .containsOnly(false);
    }

    private void readsWithoutAddresses(Visit manager, Intervention ended) {
        assertThat(page(manager, "/interventions/" + ended.key()))
                .contains("The addresses were removed", "Ana Ruiz", "203.0.113.9")
                .doesNotContain("To: ");
        assertThat(page(manager, "/interventions/" + ended.key() + "/mails/" + firstMail(ended)))
                .contains("The addresses were removed");
        assertThat(JsonPath.<List<List<String>>>read(whole(ended), "$.mails[*].recipients"))
                .hasSize(10)
                .containsOnly(List.of());
        assertThat(JsonPath.<List<Boolean>>read(whole(ended), "$.mails[*].addressesRemoved"))
                .containsOnly(true);
        assertThat(JsonPath.<List<Boolean>>read(whole(ended), "$.consents[*].evidenceRemoved"))
                .containsOnly(false);
    }

    private void readsWithoutEvidence(Visit manager, Intervention ended) {
        assertThat(page(manager, "/interventions/" + ended.key()))
                .contains("Name and evidence were removed", "Agreed")
                .doesNotContain("Ana Ruiz", "203.0.113.9");
        assertThat(JsonPath.<List<Boolean>>read(whole(ended), "$.consents[*].evidenceRemoved"))
                .containsOnly(true);
        assertThat(JsonPath.<List<Object>>read(whole(ended), "$.timeline")).isNotEmpty();
    }

    private static String page(Visit reader, String path) {
        var body = reader.get(path).isFine().body();
        assertThat(body).doesNotContain(">null<", "(null", "null)");
        return body;
    }

    private String whole(Intervention intervention) {
        return Visit.by("manager", port)
                .get("/api/interventions/" + intervention.key())
                .isFine()
                .body();
    }

    /** As if the contact had answered on its page. */
    private void proves(Intervention intervention) {
        database.sql(
                        "update consent set answered_by = 'Ana Ruiz', link_of = 'Ana Ruiz', from_address = '203.0.113.9', shown = 'The plan' where intervention_key = ?")
                .param(intervention.key())
                .update();
    }

    /** A night at which it is so long ago that the intervention ended. */
    private void endedAgo(Intervention intervention, Duration ago) {
        atNight(lifecycle.now());
        database.sql("update intervention set ended_at = ? where intervention_key = ?")
                .params(StoredTime.of(lifecycle.now().minus(ago)), intervention.key())
                .update();
        due(lifecycle.now());
        night();
    }

    private void atNight(Instant moment) {
        var night = moment.atZone(ZoneOffset.UTC).with(LocalTime.of(23, 30)).toInstant();
        lifecycle.now(night.isBefore(moment) ? night.plus(Duration.ofDays(1)) : night);
        due(lifecycle.now());
        night();
    }

    private void due(Instant now) {
        jobs.setJobDuedate(turns().get(0).getId(), Date.from(now));
    }

    /** As the job executor would, until nothing is due. */
    private void night() {
        while (!turns().get(0).getDuedate().toInstant().isAfter(lifecycle.now())) {
            jobs.executeJob(turns().get(0).getId());
            assertThat(turns()).hasSize(1);
        }
    }

    private String due() {
        return turns().get(0).getDuedate().toInstant().toString();
    }

    private List<Job> turns() {
        return jobs.createJobQuery().list().stream()
                .filter(job -> ((JobEntity) job).getJobHandlerConfigurationRaw() != null
                        && ((JobEntity) job).getJobHandlerConfigurationRaw().startsWith(ForgetAtNight.NAME))
                .toList();
    }

    private long firstMail(Intervention intervention) {
        return database.sql("select min(id) from message_log where intervention_key = ?")
                .param(intervention.key())
                .query(Long.class)
                .single();
    }

    private int mailsWith(String column, Intervention intervention) {
        return with("message_log", column, intervention);
    }

    private int answersWith(String column, Intervention intervention) {
        return with("consent", column, intervention);
    }

    private int with(String table, String column, Intervention intervention) {
        return database.sql("select count(%s) from %s where intervention_key = ?".formatted(column, table))
                .param(intervention.key())
                .query(Integer.class)
                .single();
    }

    private int asked() {
        return database.sql("select count(*) from status_subscriber where email = 'late@acme.example'")
                .query(Integer.class)
                .single();
    }
}
