package com.athento.deployment.statuspage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.Meanwhile;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.process.jobs.LooseJobs;
import com.athento.deployment.process.jobs.ToBeContinued;
import com.athento.deployment.register.Register;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Who follows a page by mail, and what they get. */
class SubscribersTest extends PathsTest {

    @LocalServerPort
    int port;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    AskForMails askForMails;

    @Autowired
    JdbcClient database;

    @Autowired
    StatusUpdates updates;

    @Autowired
    Clock clock;

    @Autowired
    CommitAtOnce atOnce;

    @Autowired
    ManagementService engine;

    @Autowired
    JavaMailSenderImpl mailServer;

    @BeforeEach
    @AfterEach
    void nobodyFollows() {
        database.sql("delete from status_subscriber").update();
        jobs().forEach(job -> engine.deleteJob(job.getId()));
    }

    @Test
    void anAddressCountsOnlyOnceItsOwnerConfirmedIt() {
        ask("Eva@Škoda.example").isFine();
        runJobs();
        var link = "/status/subscription/" + link();
        assertThat(mailsTo("eva@xn--koda-f6a.example"))
                .singleElement()
                .asString()
                .contains(link);

        assertThat(browser().get(link).isFine().body()).contains("/confirm");
        assertThat(subscribers.of("ACME")).isEmpty();
        browser().form(link + "/confirm", Map.of()).isFine();

        assertThat(subscribers.of("ACME")).hasSize(1);
        assertThat(browser().get(link).body()).contains("/end").doesNotContain("/confirm");
    }

    @Test
    void whatWasEndedMeanwhileIsNotSaidToBeConfirmed() {
        ask("eva@acme.example");
        var link = Token.read(link()).orElseThrow();
        var subscriber = subscribers.by(link).orElseThrow();
        assertThat(subscribers.confirm(subscriber)).isTrue();

        subscribers.end(link);

        assertThat(subscribers.confirm(subscriber)).isFalse();
    }

    @Test
    void nobodyLearnsWhoSubscribed() {
        subscribed("eva@acme.example");

        var again = ask("eva@acme.example").isFine();

        assertThat(jobs()).isEmpty();
        assertThat(again.body()).isEqualTo(ask("other@acme.example").isFine().body());
    }

    @Test
    void aStrangerGetsOneMailAnHour() {
        lifecycle.now(com.athento.deployment.process.Lifecycle.MORNING);
        askForMails.ask("ACME", "eva@acme.example", Language.ES);
        askForMails.ask("ACME", "eva@acme.example", Language.ES);
        assertThat(jobs()).hasSize(1);
        runJobs();

        lifecycle.now(lifecycle.now().plus(AskForMails.AGAIN_AFTER).plusSeconds(1));
        askForMails.ask("ACME", "eva@acme.example", Language.ES);

        assertThat(jobs()).hasSize(1);
    }

    @Test
    void soManyWaitForConfirmationAndNoMore() {
        for (int i = 0; i <= AskForMails.PENDING; i++) {
            askForMails.ask("ACME", "p%d@acme.example".formatted(i), Language.ES);
        }

        assertThat(database.sql("select count(*) from status_subscriber")
                        .query(Integer.class)
                        .single())
                .isEqualTo(AskForMails.PENDING);
    }

    @Test
    void eachUpdateIsOneMailWithAWayOut() {
        subscribed("eva@acme.example");

        var intervention = lifecycle.agreed();
        runJobs();

        var mails = mails(intervention.key(), "eva@acme.example");
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).toString())
                .contains("List-Unsubscribe=One-Click")
                .contains("/status/subscription/" + link() + "/end>")
                .contains("prevista", "Auto-Submitted")
                .doesNotContain("Monthly upgrade");
    }

    /** The server was away meanwhile: what no longer holds is not told after what does. */
    @Test
    void theLastMailIsTheNewestUpdate() {
        subscribed("eva@acme.example");
        var intervention = lifecycle.agreed();
        var late = tellJob();
        intervention.windowOpens().starts();
        runJobsBut(late);
        assertThat(mails(intervention.key(), "eva@acme.example")).hasSize(1);

        engine.executeJob(late.getId());

        assertThat(mails(intervention.key(), "eva@acme.example")).hasSize(1);
    }

    @Test
    void aMoveIsOneMailWithBothDates() {
        subscribed("eva@acme.example");
        var intervention = lifecycle.agreed();
        runJobs();
        intervention.changes("project", "RESCHEDULE", "Audit").continues();
        runJobs();
        intervention
                .completes(
                        "support",
                        com.athento.deployment.process.Elements.REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-13T22:00"))
                .continues();
        intervention.agrees();
        runJobs();

        var mails = mails(intervention.key(), "eva@acme.example");
        assertThat(mails)
                .extracting(mail -> mail.get("subject").toString().replaceAll(".*: ", ""))
                .containsExactlyInAnyOrder(
                        "prevista", "cambia de fecha, nueva fecha pendiente", "prevista, nueva fecha");
        assertThat(mails)
                .filteredOn(mail -> mail.get("subject").toString().endsWith("nueva fecha"))
                .singleElement()
                .extracting(mail -> mail.get("text").toString())
                .asString()
                .contains("del sábado, 6 de febrero", "al sábado, 13 de febrero");
        assertThat(mails.toString()).doesNotContain("cancelada", "No se realizará");
    }

    @Test
    void ofAWindowThatIsMovedAtOnceOnlyTheMoveIsTold() {
        subscribed("eva@acme.example");
        var intervention =
                lifecycle.agreed().changes("project", "RESCHEDULE", "Audit").continues();

        runJobs();

        assertThat(mails(intervention.key(), "eva@acme.example"))
                .singleElement()
                .asString()
                .contains("cambia de fecha");
    }

    private Job tellJob() {
        engine.executeJob(jobs().get(0).getId());
        return jobs().get(0);
    }

    private void runJobsBut(Job one) {
        for (var open = others(one); !open.isEmpty(); open = others(one)) {
            engine.executeJob(open.get(0).getId());
        }
    }

    private List<Job> others(Job one) {
        return jobs().stream().filter(job -> !job.getId().equals(one.getId())).toList();
    }

    @Test
    void mailsOutliveTheIntervention() {
        subscribed("eva@acme.example");
        var intervention = lifecycle.supported().closes();
        assertThat(intervention.isEnded()).isTrue();

        runJobs();

        assertThat(mails(intervention.key(), "eva@acme.example")).hasSize(4);
    }

    @Test
    void oneClickEndsItWithoutACookieOrARedirect() {
        subscribed("eva@acme.example");
        var link = "/status/subscription/" + link() + "/end";
        assertThat(browser().get(link).isFine().body()).contains("<button");
        assertThat(subscribers.of("ACME")).hasSize(1);

        var ended = Visit.nobody(port).form(link, Map.of("List-Unsubscribe", "One-Click"));

        assertThat(ended.status()).isEqualTo(200);
        assertThat(subscribers.of("ACME")).isEmpty();
        assertThat(Visit.nobody(port).form(link, Map.of()).status()).isEqualTo(200);
        assertThat(browser().get(link).status()).isEqualTo(404);
    }

    @Test
    void withoutSubscribersThereIsNothingToDo() {
        lifecycle.agreed();

        assertThat(jobs()).isEmpty();
    }

    @Test
    void whatFailedIsTriedAgainLikeEveryMailAndNothingIsSentTwice() {
        subscribed("eva@acme.example");
        var intervention = lifecycle.agreed();
        engine.executeJob(jobs().get(0).getId());
        var tell = jobs().get(0);
        var right = mailServer.getPort();
        mailServer.setPort(1);
        try {
            var now = lifecycle.now();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> engine.executeJob(tell.getId())))
                    .hasMessageContaining("Check the mail server");
            var waiting = jobs().get(0);
            assertThat(waiting.getRetries()).isEqualTo(6);
            assertThat(Duration.between(now, waiting.getDuedate().toInstant())).isEqualTo(Duration.ofSeconds(10));
        } finally {
            mailServer.setPort(right);
        }
        engine.executeJob(tell.getId());
        subscribers.of("ACME").forEach(id -> tellAgain(intervention.key(), id));

        assertThat(mails(intervention.key(), "eva@acme.example")).hasSize(1);
    }

    @Autowired
    LooseJobs looseJobs;

    private void tellAgain(String key, long subscriber) {
        var update = database.sql("select max(id) from status_update where intervention_key = ?")
                .param(key)
                .query(Long.class)
                .single();
        looseJobs.add(TellSubscriber.NAME, update + " " + subscriber);
        runJobs();
    }

    @Test
    void whatIsNoAddressIsSaid() {
        for (var wrong :
                List.of("", "\"a\r\n b\"@acme.example", "ñandú@acme.example", "eva@acme.example\r\nBcc: x@y.example")) {
            assertThat(ask(wrong).status()).as(wrong).isEqualTo(400);
        }
        assertThat(jobs()).isEmpty();
    }

    @Test
    void whatAnotherAttemptIsSendingIsLeftToIt() {
        subscribed("eva@acme.example");
        var intervention = lifecycle.agreed();
        engine.executeJob(jobs().get(0).getId());
        var tell = jobs().get(0);
        var until = lifecycle.now().plusSeconds(90).truncatedTo(ChronoUnit.MILLIS);
        database.sql("insert into status_mail (update_id, subscriber_id, state, changed_at, held_until)"
                        + " select max(u.id), max(s.id), 'SENDING', max(u.happened_at), ? from status_update u, status_subscriber s"
                        + " where u.intervention_key = ?")
                .params(until.atOffset(ZoneOffset.UTC), intervention.key())
                .update();

        assertThatThrownBy(() -> engine.executeJob(tell.getId())).isInstanceOf(ToBeContinued.class);

        assertThat(mails(intervention.key(), "eva@acme.example")).isEmpty();
        assertThat(jobs().get(0).getDuedate().toInstant()).isEqualTo(until);
        assertThat(jobs().get(0).getRetries()).isEqualTo(7);
        lifecycle.now(until.plusSeconds(1));
        engine.executeJob(tell.getId());
        assertThat(mails(intervention.key(), "eva@acme.example")).hasSize(1);
    }

    /** The other attempt puts it back while this one looks whether it may have it. */
    @Test
    void whatIsPutBackMeanwhileIsThereForTheNextAttempt() {
        subscribed("eva@acme.example");
        var intervention = lifecycle.agreed();
        var update = updates.by(updates.newestOf(intervention.key())).orElseThrow();
        var subscriber = subscribers.by(subscribers.of("ACME").get(0)).orElseThrow();
        var until = clock.instant().plusSeconds(90).truncatedTo(ChronoUnit.MILLIS);
        var ours = new StatusMails.Ours(update, subscriber, until);
        new StatusMails(database, clock, atOnce).begin(ours);
        Runnable putBack =
                () -> database.sql("update status_mail set held_until = null").update();
        var mails = new StatusMails(Meanwhile.in(database, 2, putBack), clock, atOnce);

        assertThatThrownBy(() -> mails.begin(ours))
                .isInstanceOfSatisfying(
                        ToBeContinued.class, later -> assertThat(later.at()).isEqualTo(until));

        putBack.run();
        assertThat(mails.begin(ours)).isTrue();
    }

    /** What got in before it was judged there is nothing that an operator could mend. */
    @Test
    void whatIsNoAddressMakesNoIncident() {
        var others = engine.createJobQuery().noRetriesLeft().count();
        askForMails.ask("ACME", "\"a\r\n b\"@acme.example", Language.ES);

        runJobs();

        assertThat(jobs()).isEmpty();
        assertThat(engine.createJobQuery().noRetriesLeft().count()).isEqualTo(others);
    }

    private void subscribed(String email) {
        askForMails.ask("ACME", email, Language.ES);
        runJobs();
        database.sql("update status_subscriber set confirmed_at = asked_at").update();
    }

    private Visit.Answer ask(String email) {
        return browser().form("/status/" + register.statusKey("ACME") + "/subscription", Map.of("email", email));
    }

    private Visit browser() {
        return Visit.browser(port);
    }

    private String link() {
        return database.sql("select link from status_subscriber")
                .query(String.class)
                .single();
    }

    private List<Job> jobs() {
        return engine.createJobQuery().orderByJobId().asc().list().stream()
                .filter(job -> "loose-job".equals(((JobEntity) job).getJobHandlerType()))
                // The nightly one asks for itself again, and staff have mails of their own.
                .filter(job ->
                        !((JobEntity) job).getJobHandlerConfigurationRaw().matches("(forget|tell-turn|watch-turn).*"))
                .toList();
    }

    private void runJobs() {
        for (var open = jobs(); !open.isEmpty(); open = jobs()) {
            engine.executeJob(open.get(0).getId());
        }
    }

    private List<Map<String, Object>> mails(String intervention, String to) {
        return JsonPath.read(
                Visit.by("admin", port)
                        .get("/demo/api/mails?intervention=" + intervention)
                        .isFine()
                        .body(),
                "$[?('%s' in @.to)]".formatted(to));
    }

    private List<String> mailsTo(String to) {
        return JsonPath.read(
                Visit.by("admin", port).get("/demo/api/mails").isFine().body(),
                "$[?('%s' in @.to)].text".formatted(to));
    }
}
