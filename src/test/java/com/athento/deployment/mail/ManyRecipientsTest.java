package com.athento.deployment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.mail.MisbehavingServer.Mood;
import com.athento.deployment.process.jobs.ToBeContinued;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One mail to more people than one attempt of its job tells. */
@ApplicationTest
class ManyRecipientsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Recipients of one mail. */
    private static final int CHUNK = 50;

    private static final int OF_ONE_ATTEMPT = 20 * CHUNK;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    Clock clock;

    private final MisbehavingServer server = new MisbehavingServer();
    private final String client = "MANY" + NUMBER.incrementAndGet();
    private final String key = "INT-2028-%04d-%s-PRO".formatted(NUMBER.get(), client);

    private String deployment;
    private BorrowedSender borrowed;

    @BeforeEach
    void ourServer() {
        borrowed = new BorrowedSender(sender, server);
        database.sql(
                        "insert into client (code, name, locale, zone, status_page, status_key) values (?, 'Acme Seguros', 'es', 'Europe/Madrid', 'https://status.example/acme', ?)")
                .params(client, client)
                .update();
    }

    @AfterEach
    void theirServer() {
        server.close();
        borrowed.close();
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
        database.sql("delete from contact where client_code = ?").param(client).update();
    }

    @Test
    void twentyThousandAreToldOnceEachInAttemptsOfTwentyMails() {
        var job = reach(20_000);

        var attempts = runToTheEnd(job);

        assertThat(attempts).hasSize(20).allSatisfy(attempt -> {
            assertThat(attempt.mails()).isEqualTo(20);
            assertThat(attempt.connections()).isOne();
            assertThat(attempt.took()).isLessThan(Duration.ofMinutes(1));
        });
        assertThat(reached()).hasSize(20_000).doesNotHaveDuplicates();
        assertThat(states()).hasSize(400).containsOnly("SENT");
    }

    @Test
    void aMailThatOneAttemptTellsNeedsNoOther() {
        assertThat(runToTheEnd(reach(OF_ONE_ATTEMPT))).hasSize(1);
        assertThat(reached()).hasSize(OF_ONE_ATTEMPT).doesNotHaveDuplicates();
    }

    @Test
    void oneMoreIsForTheNextAttemptAndInNobodysHandUntilThen() {
        var job = reach(OF_ONE_ATTEMPT + 1);

        assertThatThrownBy(() -> run(job))
                .isInstanceOf(ToBeContinued.class)
                .hasMessage("The mails of %s have still to go to 1, which goes on by itself".formatted(key));

        assertThat(held()).isZero();
        assertThat(states()).hasSize(21).containsOnlyOnce("SENDING");
        assertThat(runToTheEnd(job)).hasSize(1);
        assertThat(reached()).hasSize(OF_ONE_ATTEMPT + 1).doesNotHaveDuplicates();
    }

    @Test
    void aServerThatTakesOneMailEachConnectionGetsThemAll() {
        server.mailsEach = 1;
        var job = reach(OF_ONE_ATTEMPT + CHUNK);

        var attempts = runToTheEnd(job);

        assertThat(attempts).extracting(Did::mails).containsExactly(20, 1);
        assertThat(attempts).extracting(Did::connections).containsExactly(20, 1);
        assertThat(reached()).hasSize(OF_ONE_ATTEMPT + CHUNK).doesNotHaveDuplicates();
    }

    /** Of the mails that a dead node had in hand, nobody knows whether the one at the server left. */
    @Test
    void aNodeThatDiesHoldsTwentyAndTheOthersGoOnAfterwards() {
        server.mood = Mood.TAKES_AND_DIES;
        var job = reach(OF_ONE_ATTEMPT + CHUNK);
        assertThatThrownBy(() -> run(job)).isInstanceOf(MailNotSent.class);
        // As it would have left them.
        database.sql("""
                        update message_log set held_until = ? where intervention_key = ? and id in (
                            select id from message_log where intervention_key = ? order by id fetch first 20 rows only)""")
                .params(clock.instant().plusSeconds(90).atOffset(ZoneOffset.UTC), key, key)
                .update();
        server.mood = Mood.FINE;

        assertThatThrownBy(() -> run(job))
                .isInstanceOf(ToBeContinued.class)
                .hasMessageStartingWith("Another attempt is sending the mail 'user-notice'");
        assertThat(server.arrived).hasSize(1);
        database.sql("update message_log set held_until = ? where held_until is not null and intervention_key = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), key)
                .update();
        runToTheEnd(job);

        assertThat(reached().stream().distinct()).hasSize(OF_ONE_ATTEMPT + CHUNK);
        assertThat(server.arrived).hasSize(22);
        assertThat(server.arrived.stream()
                        .map(mail -> mail.header("Message-ID"))
                        .distinct())
                .as("the one that nobody knows of says who it is")
                .hasSize(21);
    }

    /** More mails than one attempt begins are put off each time. */
    @Test
    void whoIsPutOffKeepsNobodyElseWaiting() {
        var job = reach(OF_ONE_ATTEMPT * 2 + CHUNK);
        IntStream.range(0, OF_ONE_ATTEMPT).forEach(user -> server.dislikes.put(address(user), 451));

        var attempts = new ArrayList<String>();
        while (attempts.isEmpty() || !attempts.get(attempts.size() - 1).equals("MailNotSent")) {
            attempts.add(outcome(job));
        }

        assertThat(attempts).containsExactly("ToBeContinued", "ToBeContinued", "ToBeContinued", "MailNotSent");
        assertThat(reached()).hasSize(OF_ONE_ATTEMPT + CHUNK).doesNotHaveDuplicates();
        assertThat(retries(job))
                .as("all of them had their turn, for one attempt")
                .isEqualTo(6);

        server.dislikes.clear();
        runToTheEnd(job);
        assertThat(reached()).hasSize(OF_ONE_ATTEMPT * 2 + CHUNK).doesNotHaveDuplicates();
    }

    /** Whoever is put off is heard of, however many there are. */
    @Test
    void aRoundThatReachesNobodyCostsOneAttempt() {
        var job = reach(OF_ONE_ATTEMPT * 2);
        IntStream.range(0, OF_ONE_ATTEMPT * 2).forEach(user -> server.dislikes.put(address(user), 451));

        assertThat(List.of(outcome(job), outcome(job), outcome(job), outcome(job)))
                .containsExactly("ToBeContinued", "MailNotSent", "ToBeContinued", "MailNotSent");
        assertThat(retries(job)).isEqualTo(5);
    }

    /** Otherwise they would hear of an end without ever having heard of a beginning. */
    @Test
    void whoseTurnHadNotComeWhenTheStepEndedCountsAsToldNothing() {
        var job = reach(OF_ONE_ATTEMPT + CHUNK);
        assertThatThrownBy(() -> run(job)).isInstanceOf(ToBeContinued.class);
        var told = reached();
        runtime.deleteProcessInstance(job.getProcessInstanceId(), "cancelled");
        repository.deleteDeployment(deployment, true);
        server.arrived.clear();

        runToTheEnd(step("ending-for-users: INFORMED_END_USERS"));

        assertThat(told).hasSize(OF_ONE_ATTEMPT);
        assertThat(reached()).containsExactlyInAnyOrderElementsOf(told);
    }

    private String outcome(Job job) {
        try {
            run(job);
            return "done";
        } catch (RuntimeException later) {
            return later.getClass().getSimpleName();
        }
    }

    private record Did(int mails, int connections, Duration took) {}

    private List<Did> runToTheEnd(Job job) {
        var attempts = new ArrayList<Did>();
        while (management.createJobQuery().jobId(job.getId()).count() == 1) {
            var mails = server.arrived.size();
            var connections = server.connections.size();
            var began = System.nanoTime();
            try {
                run(job);
            } catch (ToBeContinued later) {
                assertThat(management
                                .createJobQuery()
                                .jobId(job.getId())
                                .executable()
                                .count())
                        .as("goes on at once")
                        .isOne();
            }
            attempts.add(new Did(
                    server.arrived.size() - mails,
                    server.connections.size() - connections,
                    Duration.ofNanos(System.nanoTime() - began)));
        }
        return attempts;
    }

    private int retries(Job job) {
        return management.createJobQuery().jobId(job.getId()).singleResult().getRetries();
    }

    private void run(Job job) {
        management.executeJob(job.getId());
    }

    private List<String> reached() {
        return server.arrived.stream()
                .flatMap(mail -> mail.recipients().stream())
                .toList();
    }

    private List<String> states() {
        return database.sql("select state from message_log where intervention_key = ?")
                .param(key)
                .query(String.class)
                .list();
    }

    private int held() {
        return database.sql("select count(*) from message_log where intervention_key = ? and held_until is not null")
                .param(key)
                .query(Integer.class)
                .single();
    }

    private static String address(int user) {
        return "user%d@acme.example".formatted(user);
    }

    private Job reach(int users) {
        batches.batchUpdate(
                "insert into contact (client_code, position, name, email, role) values (?, ?, 'Somebody', ?, 'END_USERS')",
                IntStream.range(0, users)
                        .mapToObj(user -> new Object[] {client, user, address(user)})
                        .toList());
        return step("user-notice: END_USERS");
    }

    private Job step(String mails) {
        var step = new OneStep(client);
        deployment = repository
                .createDeployment()
                .addString("step.bpmn", step.sends(OneStep.WAITS, mails))
                .deploy()
                .getId();
        var instance = runtime.startProcessInstanceByKey(step.key(), key, step.variables());
        return management.createJobQuery().processInstanceId(instance.getId()).singleResult();
    }
}
