package com.athento.deployment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.Meanwhile;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.mail.MisbehavingServer.Mood;
import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.post.ReadersLanguages;
import com.athento.deployment.process.jobs.ToBeContinued;
import com.athento.deployment.record.TextsOnRecord;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedCaseInsensitiveMap;

/** A mail step against mail servers that refuse, hang, break off and come back. */
@ApplicationTest
class SendMailTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern LINK = Pattern.compile("/consent/([\\w-]{43})");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient database;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Clock clock;

    @Autowired
    CommitAtOnce atOnce;

    @Autowired
    ReadersLanguages readers;

    private final MisbehavingServer server = new MisbehavingServer();
    private final String client = "MAIL" + NUMBER.incrementAndGet();
    private final String key = "INT-2027-%04d-%s-PRO".formatted(NUMBER.get(), client);

    private String deployment;
    private BorrowedSender borrowed;

    @BeforeEach
    void ourServer() {
        borrowed = new BorrowedSender(sender, server);
        database.sql(
                        "insert into client (code, name, locale, zone, status_page, status_key) values (?, 'Acme Seguros', 'es', 'Europe/Madrid', 'https://status.example/acme', ?)")
                .params(client, client)
                .update();
        contact("ana@acme.example", "CONTACT");
        contact("eva@acme.example", "DEPUTY");
    }

    @AfterEach
    void theirServer() {
        server.close();
        borrowed.close();
        database.sql("delete from account_language").update();
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void sendsAndRecords() {
        var job = reach("window-confirmed: CONTACT");

        run(job);

        var mail = onlyArrived();
        assertThat(mail.recipients()).containsExactly("ana@acme.example", "eva@acme.example");
        assertThat(mail.header("To")).isEqualTo("ana@acme.example");
        assertThat(mail.header("Cc")).isEqualTo("eva@acme.example");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(mail.header("X-Intervention")).isEqualTo(key);
        assertThat(mail.header("Message-ID")).isEqualTo(row().get("message_id"));
        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative");
        assertThat(row()).containsEntry("state", "SENT").containsEntry("locale", "es");
        assertThat(row().get("sent_at")).isNotNull();
    }

    @Test
    void carriesTheSameCalendarEntryInEveryAttempt() throws Exception {
        server.mood = Mood.TAKES_AND_DIES;
        var job = reach("window-confirmed: CONTACT");
        assertThatThrownBy(() -> run(job)).isNotNull();
        server.mood = Mood.FINE;
        run(job);

        assertThat(server.arrived).hasSize(2);
        assertThat(entry(server.arrived.get(0))).isEqualTo(entry(server.arrived.get(1)));
        assertThat(entry(server.arrived.get(0)))
                .isEqualTo(row().get("calendar_entry"))
                .contains("METHOD:REQUEST", "UID:" + key + "@athento.example");
    }

    /** The last and richest of the three forms, in the order of RFC 2046. */
    private static String entry(MisbehavingServer.Arrived mail) throws Exception {
        var forms = (Multipart)
                new MimeMessage(null, new ByteArrayInputStream(mail.raw().getBytes(StandardCharsets.UTF_8)))
                        .getContent();
        assertThat(forms.getCount()).isEqualTo(3);
        assertThat(forms.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(forms.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(forms.getBodyPart(2).getContentType().replaceAll("\\s+", " "))
                .isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
        return new String(forms.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void showsOneContactAndHidesUsers() {
        contact("uno@acme.example", "END_USERS");
        contact("dos@acme.example", "END_USERS");
        var job = reach("user-notice: END_USERS");

        run(job);

        var mail = onlyArrived();
        assertThat(mail.recipients()).containsExactly("uno@acme.example", "dos@acme.example");
        assertThat(mail.raw()).doesNotContain("uno@acme.example", "dos@acme.example");
    }

    @Test
    void isARefusedConnectionAndThenSent() {
        server.down();
        var job = reach("window-confirmed: CONTACT");

        assertThatThrownBy(() -> run(job))
                .hasMessageStartingWith("The mail 'window-confirmed' for " + key + " could not be sent:")
                .hasMessageEndingWith("Check the mail server, then retry this job here.");
        var messageId = row().get("message_id");
        assertThat(row()).containsEntry("state", "SENDING");

        server.up();
        run(job);

        assertThat(onlyArrived().header("Message-ID")).isEqualTo(messageId);
        assertThat(row()).containsEntry("state", "SENT");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"HANGS", "DROPS", "REJECTS"})
    void survivesABadDay(Mood mood) {
        server.mood = mood;
        var job = reach("window-confirmed: CONTACT");

        assertThatThrownBy(() -> run(job)).hasMessageContaining("Check the mail server");
        var messageId = row().get("message_id");
        assertThat(row()).containsEntry("state", "SENDING");

        server.mood = Mood.FINE;
        run(job);

        assertThat(onlyArrived().header("Message-ID")).isEqualTo(messageId);
        assertThat(row()).containsEntry("state", "SENT");
    }

    @Test
    void repeatsTheMessageIdWhenNobodyKnowsWhetherItArrived() {
        server.mood = Mood.TAKES_AND_DIES;
        var job = reach("window-confirmed: CONTACT");
        assertThatThrownBy(() -> run(job)).isNotNull();

        server.mood = Mood.FINE;
        run(job);

        assertThat(server.arrived).hasSize(2);
        assertThat(server.arrived.get(0).header("Message-ID"))
                .isEqualTo(server.arrived.get(1).header("Message-ID"));
    }

    @Test
    void aMailFromBeforeTextsWereDeflatedLeavesAsItWasBegun() throws Exception {
        server.mood = Mood.TAKES_AND_DIES;
        var job = reach("window-confirmed: CONTACT");
        assertThatThrownBy(() -> run(job)).isNotNull();
        assertThat(row()).containsEntry("body_html", null).containsEntry("body_text", null);
        TextsOnRecord.putAsBefore(database, key, "%");

        server.mood = Mood.FINE;
        run(job);

        assertThat(server.arrived).hasSize(2);
        assertThat(parts(server.arrived.get(1)))
                .isEqualTo(parts(server.arrived.get(0)))
                .hasSize(3);
    }

    private static List<String> parts(MisbehavingServer.Arrived mail) throws Exception {
        var forms = (Multipart)
                new MimeMessage(null, new ByteArrayInputStream(mail.raw().getBytes(StandardCharsets.UTF_8)))
                        .getContent();
        var parts = new ArrayList<String>();
        for (int part = 0; part < forms.getCount(); part++) {
            parts.add(new String(forms.getBodyPart(part).getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return parts;
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"421 too busy", "554 go away", "gibberish"})
    void survivesAnUnfriendlyGreeting(String greeting) throws Exception {
        server.greets(greeting);
        var job = reach("window-confirmed: CONTACT");

        assertThatThrownBy(() -> run(job)).hasMessageContaining("Check the mail server");

        server.up();
        run(job);

        assertThat(onlyArrived().recipients()).hasSize(2);
    }

    @Test
    void doesNotLetABadAddressHoldBackTheOthers() {
        server.dislikes.put("eva@acme.example", 550);
        var job = reach("window-confirmed: CONTACT");

        run(job);

        assertThat(onlyArrived().recipients()).containsExactly("ana@acme.example");
        assertThat(row()).containsEntry("state", "SENT");
        assertThat((String) row().get("refused")).contains("eva@acme.example", "550");
    }

    @Test
    void triesAgainOnlyForWhomItWasDeferred() {
        server.dislikes.put("eva@acme.example", 451);
        var job = reach("window-confirmed: CONTACT");

        assertThatThrownBy(() -> run(job))
                .hasMessageContaining("has not reached eva@acme.example")
                .hasMessageContaining("451");
        assertThat(row()).containsEntry("state", "SENDING");

        server.dislikes.clear();
        run(job);

        assertThat(server.arrived)
                .extracting(MisbehavingServer.Arrived::recipients)
                .containsExactly(List.of("ana@acme.example"), List.of("eva@acme.example"));
        assertThat(server.arrived.get(0).header("Message-ID"))
                .isEqualTo(server.arrived.get(1).header("Message-ID"));
        assertThat(server.arrived.get(1).header("To")).isEqualTo("ana@acme.example");
        assertThat(row()).containsEntry("state", "SENT");
    }

    @Test
    void asksForABetterAddressWhenNobodyWasReached() {
        server.dislikes.put("ana@acme.example", 550);
        server.dislikes.put("eva@acme.example", 550);
        var job = reach("window-confirmed: CONTACT");

        assertThatThrownBy(() -> run(job))
                .hasMessageContaining("was refused for every recipient")
                .hasMessageContaining("Correct the address in the register, then retry this job here.");
        assertThat(row()).containsEntry("state", "REFUSED");

        database.sql(
                        "update contact set email = 'ana.ruiz@acme.example' where email = 'ana@acme.example' and client_code = ?")
                .param(client)
                .update();
        run(job);

        assertThat(onlyArrived().recipients()).containsExactly("ana.ruiz@acme.example");
    }

    @Test
    void sendsWhatIsNoAddressToNobody() {
        contact("not an address", "DEPUTY");
        contact("x@y@z\r\nBcc: spy@evil.example", "DEPUTY");
        var job = reach("window-confirmed: CONTACT");

        run(job);

        assertThat(onlyArrived().recipients()).containsExactly("ana@acme.example", "eva@acme.example");
        assertThat(onlyArrived().header("Bcc")).isNull();
        assertThat((String) row().get("refused")).contains("x@y@zBcc:spy@evil.example is no mail address");
    }

    /** The library itself would break the conversation off, and with it everybody's mail. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\r\n b\"@acme.example",
                "\"a b\"@acme.example",
                "Grupo: a@acme.example, b@acme.example;",
                "@relay.example:eva@acme.example",
                "eva@acme..example",
                "eva@straße.example"
            })
    void judgesEachAddressAlone(String bad) {
        database.sql(
                        "insert into contact (client_code, position, name, email, role) values (?, 7, 'Mala', ?, 'END_USERS')")
                .params(client, bad)
                .update();
        contact("uno@acme.example", "END_USERS");
        contact("dos@acme.example", "END_USERS");
        var job = reach("user-notice: END_USERS; window-confirmed: CONTACT");

        run(job);

        assertThat(server.arrived)
                .extracting(MisbehavingServer.Arrived::recipients)
                .containsExactlyInAnyOrder(
                        List.of("uno@acme.example", "dos@acme.example"),
                        List.of("ana@acme.example", "eva@acme.example"));
        assertThat(rows())
                .filteredOn(row -> row.get("mail").equals("user-notice"))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("refused")).contains("no mail address"));
    }

    /** Nobody else's mail depends on whether a server on the way knows such letters. */
    @Test
    void lettersBeyondAsciiTravelByThemselves() {
        contact("ñandú@acme.example", "END_USERS");
        contact("uno@acme.example", "END_USERS");
        var job = reach("user-notice: END_USERS");

        run(job);

        assertThat(server.arrived)
                .extracting(MisbehavingServer.Arrived::recipients)
                .containsExactly(List.of("uno@acme.example"), List.of("ñandú@acme.example"));
        assertThat(server.arrived)
                .allSatisfy(mail -> assertThat(mail.raw().split("\r\n\r\n")[0]).isASCII());
        assertThat((String) row().get("recipients")).contains("Bcc: ñandú@acme.example");
        assertThat(row().get("state")).isEqualTo("SENT");
    }

    @Test
    void writesToTheDomainAndToNoOtherAndLogsWhatItWrote() {
        database.sql(
                        "update contact set email = 'info@škoda.example' where email = 'ana@acme.example' and client_code = ?")
                .param(client)
                .update();
        var job = reach("window-confirmed: CONTACT");

        run(job);

        assertThat(onlyArrived().recipients()).containsExactly("info@xn--koda-f6a.example", "eva@acme.example");
        assertThat(onlyArrived().header("To")).isEqualTo("info@xn--koda-f6a.example");
        assertThat((String) row().get("recipients")).contains("To: info@xn--koda-f6a.example");
        assertThat(((String) row().get("calendar_entry")).replaceAll("\r?\n ", ""))
                .contains("info@xn--koda-f6a.example");
    }

    @Test
    void aSlowServerIsAskedInSeveralAttempts() {
        for (int i = 0; i < 10; i++) {
            contact("user%d@acme.example".formatted(i), "END_USERS");
        }
        server.pause = 250;
        var job = reach("user-notice: END_USERS");

        var attempts = whileTheLockIs(Duration.ofSeconds(3), () -> runToTheEnd(job));

        assertThat(attempts)
                .hasSizeGreaterThan(1)
                .allSatisfy(took -> assertThat(took).isLessThan(Duration.ofSeconds(3)));
        assertThat(allReached()).hasSize(10).doesNotHaveDuplicates();
        assertThat(row()).containsEntry("state", "SENT");
    }

    /** Otherwise nobody would ever hear of it. */
    @Test
    void aSlowServerThatTakesNobodyCostsAttempts() {
        for (int i = 0; i < 10; i++) {
            contact("user%d@acme.example".formatted(i), "END_USERS");
            server.dislikes.put("user%d@acme.example".formatted(i), 451);
        }
        server.pause = 250;
        var job = reach("user-notice: END_USERS");

        assertThatThrownBy(() -> whileTheLockIs(Duration.ofSeconds(3), () -> {
                    run(job);
                    return null;
                }))
                .isInstanceOf(MailNotSent.class)
                .hasMessageContaining("has not reached user0@acme.example");

        assertThat(management.createJobQuery().jobId(job.getId()).singleResult().getRetries())
                .isEqualTo(6);
    }

    /** By hand, and once more beside it: what a lock that ran out comes to. */
    @Test
    void twoAttemptsAtOnceSendNothingTwice() throws Exception {
        for (int i = 0; i < 6; i++) {
            contact("user%d@acme.example".formatted(i), "END_USERS");
        }
        server.pause = 200;
        var job = reach("user-notice: END_USERS");

        var one = CompletableFuture.runAsync(() -> run(job));
        Thread.sleep(500);
        assertThatThrownBy(() -> run(job))
                .isInstanceOf(ToBeContinued.class)
                .hasMessageStartingWith("Another attempt is sending the mail 'user-notice'");
        // The engine may mind that somebody else touched its job.
        one.exceptionally(meanwhile -> null).get(20, TimeUnit.SECONDS);
        if (management.createJobQuery().jobId(job.getId()).count() == 1) {
            run(job);
        }

        assertThat(allReached()).hasSize(6).doesNotHaveDuplicates();
        assertThat(management.createJobQuery().jobId(job.getId()).count()).isZero();
    }

    @Test
    void whatACrashedAttemptHeldIsTakenOverLater() {
        server.down();
        var job = reach("window-confirmed: CONTACT");
        assertThatThrownBy(() -> run(job)).isInstanceOf(MailNotSent.class);
        server.up();
        var until = clock.instant().plusSeconds(90).truncatedTo(ChronoUnit.MILLIS);
        hold(until);

        assertThatThrownBy(() -> run(job)).isInstanceOf(ToBeContinued.class);

        var waiting = management.createJobQuery().jobId(job.getId()).singleResult();
        assertThat(waiting.getDuedate().toInstant()).isEqualTo(until);
        assertThat(waiting.getRetries())
                .as("only the dead server cost an attempt")
                .isEqualTo(6);
        hold(clock.instant());
        run(job);
        assertThat(onlyArrived().recipients()).hasSize(2);
    }

    /** The first attempt has all of its mails in hand from the beginning. */
    @Test
    void whatAnAttemptDidNotComeToIsThereForTheNextOneAtOnce() {
        contact("uno@acme.example", "END_USERS");
        server.down();
        var job = reach("user-notice: END_USERS; window-confirmed: CONTACT");
        assertThatThrownBy(() -> run(job)).isInstanceOf(MailNotSent.class);
        assertThat(rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get("held_until")).isNull());
        server.up();

        run(job);

        assertThat(server.arrived).hasSize(2);
        assertThat(rows()).extracting(row -> row.get("state")).containsOnly("SENT");
    }

    @Test
    void whileOneMailLeavesNobodyElseGetsTheNextOne() throws Exception {
        for (int i = 0; i < 6; i++) {
            contact("user%d@acme.example".formatted(i), "END_USERS");
        }
        server.pause = 200;
        var job = reach("user-notice: END_USERS; window-confirmed: CONTACT");

        var one = CompletableFuture.runAsync(() -> run(job));
        while (rows().isEmpty()) {
            Thread.sleep(20);
        }
        var second = database.sql("select * from message_log where intervention_key = ? and mail = 'window-confirmed'")
                .param(key)
                .query(MessageRow::mail)
                .single();
        assertThatThrownBy(() -> new MailsInHand(database, clock, atOnce).take(second, clock.instant()))
                .isInstanceOf(ToBeContinued.class);
        one.get(20, TimeUnit.SECONDS);

        assertThat(server.arrived).hasSize(2);
        assertThat(rows()).allSatisfy(row -> assertThat(row.get("held_until")).isNull());
    }

    /** The other attempt puts it back while this one looks whether it may have it. */
    @Test
    void whatIsPutBackMeanwhileIsThereForTheNextAttempt() {
        server.down();
        var job = reach("window-confirmed: CONTACT");
        assertThatThrownBy(() -> run(job)).isInstanceOf(MailNotSent.class);
        var until = clock.instant().plusSeconds(90).truncatedTo(ChronoUnit.MILLIS);
        hold(until);
        var mail = database.sql("select * from message_log where intervention_key = ?")
                .param(key)
                .query(MessageRow::mail)
                .single();
        var inHand = new MailsInHand(Meanwhile.in(database, 2, () -> hold(null)), clock, atOnce);

        assertThatThrownBy(() -> inHand.take(mail, until.plusSeconds(90)))
                .isInstanceOfSatisfying(
                        ToBeContinued.class, later -> assertThat(later.at()).isEqualTo(until));

        hold(null);
        assertThat(inHand.take(mail, until).mail()).isEqualTo(mail);
    }

    private void hold(Instant until) {
        database.sql("update message_log set held_until = ? where intervention_key = ?")
                .params(Arrays.asList(until == null ? null : until.atOffset(ZoneOffset.UTC), key))
                .update();
    }

    private List<Duration> runToTheEnd(Job job) {
        var attempts = new ArrayList<Duration>();
        while (management.createJobQuery().jobId(job.getId()).count() == 1) {
            var began = System.nanoTime();
            try {
                run(job);
            } catch (ToBeContinued later) {
                assertThat(management
                                .createJobQuery()
                                .jobId(job.getId())
                                .singleResult()
                                .getRetries())
                        .as("attempts left")
                        .isEqualTo(7);
            }
            attempts.add(Duration.ofNanos(System.nanoTime() - began));
        }
        return attempts;
    }

    private <T> T whileTheLockIs(Duration lock, Supplier<T> work) {
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        var usual = executor.getLockTimeInMillis();
        executor.setLockTimeInMillis((int) lock.toMillis());
        try {
            return work.get();
        } finally {
            executor.setLockTimeInMillis(usual);
        }
    }

    private List<String> allReached() {
        return server.arrived.stream()
                .flatMap(mail -> mail.recipients().stream())
                .toList();
    }

    /** Each reads their own, and what fails in one language is sent again in that one alone. */
    @Test
    void colleaguesReadEachTheirLanguageAndNobodyReadsItTwice() {
        readers.choose("product", Language.ES);
        server.dislikes.put("product@athento.example", 451);
        var job = reach("start-overdue: PRODUCT");

        assertThatThrownBy(() -> run(job)).isInstanceOf(MailNotSent.class);
        server.dislikes.clear();
        readers.choose("product", Language.EN);
        run(job);

        assertThat(rows()).extracting(row -> row.get("locale")).containsExactly("en", "es");
        assertThat(server.arrived).hasSize(2);
        assertThat(server.arrived.get(0).recipients()).containsExactly("product2@athento.example");
        assertThat(server.arrived.get(0).header("Subject")).contains("was not started in time");
        assertThat(server.arrived.get(1).recipients()).containsExactly("product@athento.example");
        assertThat(server.arrived.get(1).header("Subject"))
                .as("as it is on record")
                .contains("PRO_no_se_inici");
    }

    @Test
    void whoReadTheSameShareOneMail() {
        readers.choose("product", Language.ES);
        readers.choose("product2", Language.ES);

        run(reach("start-overdue: PRODUCT"));

        assertThat(onlyArrived().recipients()).containsExactly("product2@athento.example", "product@athento.example");
        assertThat(row()).containsEntry("locale", "es");
    }

    @Test
    void whatATeamReadsTogetherIsInTheLanguageOfTheInstallation() {
        readers.choose("project", Language.ES);
        readers.choose("sam", Language.ES);

        run(reach("rollback-for-colleagues: RESPONSIBLE"));

        assertThat(rows()).extracting(row -> row.get("locale")).containsOnly("en");
    }

    @Test
    void sendsEachMailOfAStepOnceWhateverHappensToTheOthers() {
        contact("uno@acme.example", "END_USERS");
        server.dislikes.put("ana@acme.example", 451);
        server.dislikes.put("eva@acme.example", 451);
        var job = reach("result-for-contact: CONTACT; result-for-users: END_USERS");

        assertThatThrownBy(() -> run(job)).hasMessageContaining("result-for-contact");
        assertThat(onlyArrived().recipients()).containsExactly("uno@acme.example");

        server.dislikes.clear();
        run(job);

        assertThat(server.arrived)
                .extracting(MisbehavingServer.Arrived::recipients)
                .containsExactly(List.of("uno@acme.example"), List.of("ana@acme.example", "eva@acme.example"));
    }

    @Test
    void aQuestionGoesToEachAloneWithTheirOwnLink() throws Exception {
        called("ana@acme.example", "Ana Ruiz");
        called("eva@acme.example", "Eva Gil");
        var job = reach("consent-request: CONTACT");

        run(job);

        assertThat(server.arrived)
                .extracting(MisbehavingServer.Arrived::recipients)
                .containsExactly(List.of("ana@acme.example"), List.of("eva@acme.example"));
        assertThat(server.arrived).allSatisfy(mail -> {
            assertThat(mail.header("To")).isEqualTo(mail.recipients().get(0));
            assertThat(mail.header("Cc")).isNull();
        });
        assertThat(links()).hasSize(2).doesNotHaveDuplicates();
        assertThat(rows()).extracting(row -> row.get("link_of")).containsExactly("Ana Ruiz", "Eva Gil");
        assertThat(TextsOnRecord.of(database, key))
                .allSatisfy(texts -> assertThat(texts.text())
                        .contains(Rendered.PERSONAL_LINK)
                        .contains("Hemos preguntado a Ana Ruiz, Eva Gil")
                        .doesNotContain(links()));
        assertThat(entry(server.arrived.get(0)).replaceAll("\r?\n ", ""))
                .as("the calendar knows all who take part")
                .isEqualTo(entry(server.arrived.get(1)).replaceAll("\\r?\\n ", ""))
                .contains("ana@acme.example", "eva@acme.example");
    }

    @Test
    void aRetryAsksNobodyTwice() {
        server.dislikes.put("ana@acme.example", 451);
        var job = reach("consent-request: CONTACT");
        assertThatThrownBy(() -> run(job)).hasMessageContaining("has not reached ana@acme.example");
        assertThat(onlyArrived().recipients()).containsExactly("eva@acme.example");

        server.dislikes.clear();
        run(job);

        assertThat(allReached()).containsExactly("eva@acme.example", "ana@acme.example");
        assertThat(links()).doesNotHaveDuplicates();
        assertThat(rows()).hasSize(2).allSatisfy(row -> assertThat(row).containsEntry("state", "SENT"));
    }

    @Test
    void whoShareAnAddressShareALink() {
        contact("ANA@acme.example", "DEPUTY");
        called("ana@acme.example", "Ana Ruiz");
        called("ANA@acme.example", "Luis Gil");
        called("eva@acme.example", "Eva Gil");
        var job = reach("consent-request: CONTACT");

        run(job);

        assertThat(allReached()).containsExactly("ana@acme.example", "eva@acme.example");
        assertThat(rows()).extracting(row -> row.get("link_of")).containsExactly("Ana Ruiz\nLuis Gil", "Eva Gil");
    }

    private List<String> links() {
        return server.arrived.stream()
                .map(mail -> LINK.matcher(mail.raw().replace("=\r\n", "")))
                .map(link -> link.find() ? link.group(1) : "none")
                .toList();
    }

    private void called(String address, String name) {
        database.sql("update contact set name = ? where email = ? and client_code = ?")
                .params(name, address, client)
                .update();
    }

    @Test
    void saysWhatTheRegisterLacks() {
        database.sql("delete from contact where client_code = ?").param(client).update();
        var job = reach("window-confirmed: CONTACT");

        assertThatThrownBy(() -> run(job))
                .hasMessage(
                        "The mail 'window-confirmed' for %s could not be written: the client %s has no contact; add one with role CONTACT to the register. Correct that, then retry this job here."
                                .formatted(key, client));
    }

    @Test
    void sendsNothingWhenTheStepIsGone() throws Exception {
        database.sql("""
                        insert into intervention (intervention_key, process_instance_id, process_definition_id, instance_code, client_code,
                            requester, phase, revision, window_start, zone, downtime_minutes, requested_at)
                        values (?, ?, 'X', 'X', ?, 'rita', 'CONSENT', 1, current_timestamp, 'Europe/Madrid', 30, current_timestamp)""").params(key, key, client).update();
        var job = reach("window-confirmed: CONTACT");
        var locked = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);

        var cancellation =
                CompletableFuture.runAsync(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    database.sql("select * from intervention where intervention_key = ? for update")
                            .param(key)
                            .query()
                            .singleRow();
                    locked.countDown();
                    await(cancelled);
                    runtime.deleteProcessInstance(job.getProcessInstanceId(), "cancelled");
                }));
        await(locked);
        // Whether the engine minds that its job is gone is its own affair.
        var mail = CompletableFuture.runAsync(() -> run(job)).exceptionally(gone -> null);
        Thread.sleep(500);
        cancelled.countDown();
        cancellation.get(20, TimeUnit.SECONDS);
        mail.get(20, TimeUnit.SECONDS);

        assertThat(server.arrived).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    void keepsHeadersApartFromWords() {
        var job = reach("window-confirmed: CONTACT", Map.of("targetVersion", "24.2\r\nBcc: spy@evil.example"));

        run(job);

        assertThat(server.arrived).hasSize(1).allSatisfy(mail -> {
            assertThat(mail.header("Bcc")).isNull();
            assertThat(mail.recipients()).doesNotContain("spy@evil.example");
        });
    }

    @Test
    void triesForHoursAndThenAsksTheOperator() {
        server.down();
        var job = reach("window-confirmed: CONTACT");
        int attempts = 0;
        while (incidents(job).isEmpty()) {
            assertThatThrownBy(() -> run(job)).isInstanceOf(MailNotSent.class);
            attempts++;
        }
        assertThat(attempts).as("at once, then six more times").isEqualTo(7);
        assertThat(incidents(job).get(0).getIncidentMessage())
                .contains("window-confirmed", key, "Check the mail server, then retry this job here.");

        server.up();
        management.setJobRetries(job.getId(), 1);
        run(job);

        assertThat(onlyArrived().recipients()).hasSize(2);
        assertThat(incidents(job)).isEmpty();
    }

    @Test
    void whatFailsBehindAMailIsNotBlamedOnItAndSendsItNoSecondTime() {
        var job = reach("window-confirmed: CONTACT", Map.of("goesOn", "perhaps"));
        while (incidents(job).isEmpty()) {
            assertThatThrownBy(() -> run(job)).isNotNull();
        }
        assertThat(onlyArrived().recipients()).hasSize(2);
        assertThat(incidents(job).get(0).getIncidentMessage())
                .startsWith(
                        "The mails of this step are done, and a retry sends none of them again. What comes behind it failed: ")
                .contains("non-Boolean");

        runtime.setVariable(job.getProcessInstanceId(), "goesOn", true);
        management.setJobRetries(job.getId(), 1);
        run(job);

        assertThat(onlyArrived().recipients()).hasSize(2);
        assertThat(incidents(job)).isEmpty();
    }

    @Test
    void aMailStepThatIsNoJobOfItsOwnIsNotDeployed() {
        assertThatThrownBy(() -> reach("window-confirmed: CONTACT", "", Map.of()))
                .hasMessageContaining(
                        "The send task 'Tell' (tell) cannot work: each mail step is a job of its own; tick 'Asynchronous before'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-such-mail: CONTACT|there is no mail 'no-such-mail'; it would need mail/no-such-mail/es.html",
                "consent-request: EVERYBODY|nobody is called 'EVERYBODY'"
            })
    void aModelWhoseMailsDoNotExistIsNotDeployed(String mails, String sentence) {
        assertThatThrownBy(() -> reach(mails))
                .hasMessageContaining("The send task 'Tell' (tell) cannot work: ")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout|no-such-mail: CONTACT|there is no mail 'no-such-mail'",
                "timeout|consent-reminder|'consent-reminder' is no mail",
                "create|consent-reminder: CONTACT|choose the event type 'timeout'"
            })
    void aModelWhoseReminderCannotWorkIsNotDeployed(String event, String mails, String sentence) {
        var model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <bpmn:process id="reminder" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="ask"/>
                    <bpmn:userTask id="ask" name="Ask">
                      <bpmn:extensionElements>
                        <camunda:taskListener id="remind" event="%s" delegateExpression="${sendReminder}">
                          <bpmn:timerEventDefinition><bpmn:timeDate>${windowStart}</bpmn:timeDate></bpmn:timerEventDefinition>
                          <camunda:field name="mails"><camunda:string>%s</camunda:string></camunda:field>
                        </camunda:taskListener>
                      </bpmn:extensionElements>
                    </bpmn:userTask>
                  </bpmn:process>
                </bpmn:definitions>""".formatted(event, mails);

        assertThatThrownBy(() ->
                        repository.createDeployment().addString("r.bpmn", model).deploy())
                .hasMessageContaining("The reminder of the task 'Ask' (ask) cannot work: ")
                .hasMessageContaining(sentence);
    }

    // ---- the step

    private List<Incident> incidents(Job job) {
        return runtime.createIncidentQuery()
                .processInstanceId(job.getProcessInstanceId())
                .list();
    }

    private Job reach(String mails) {
        return reach(mails, Map.of());
    }

    private Job reach(String mails, Map<String, Object> differences) {
        return reach(mails, OneStep.WAITS, differences);
    }

    private Job reach(String mails, String ticked, Map<String, Object> differences) {
        var step = new OneStep(client);
        deployment = repository
                .createDeployment()
                .addString("step.bpmn", step.sends(ticked, mails))
                .deploy()
                .getId();
        var variables = step.variables();
        variables.putAll(differences);
        var instance = runtime.startProcessInstanceByKey(step.key(), key, variables);
        return management.createJobQuery().processInstanceId(instance.getId()).singleResult();
    }

    private void run(Job job) {
        management.executeJob(job.getId());
    }

    private void contact(String email, String role) {
        database.sql(
                        "insert into contact (client_code, position, name, email, role) select ?, count(*), 'Somebody', ?, ? from contact where client_code = ?")
                .params(client, email, role, client)
                .update();
    }

    private List<Map<String, Object>> rows() {
        return database.sql("select * from message_log where intervention_key = ? order by id")
                .param(key)
                .query()
                .listOfRows();
    }

    private Map<String, Object> row() {
        assertThat(rows()).hasSize(1);
        var row = new LinkedCaseInsensitiveMap<Object>();
        row.putAll(rows().get(0));
        return row;
    }

    private MisbehavingServer.Arrived onlyArrived() {
        assertThat(server.arrived).hasSize(1);
        return server.arrived.get(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
