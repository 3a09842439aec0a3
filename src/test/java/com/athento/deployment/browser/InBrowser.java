package com.athento.deployment.browser;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.athento.deployment.process.KeptValues;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application as the demo runs it, timers and mails included, in front of a real browser. Each person has a browser
 * of their own; only the clock is moved behind their backs.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1",
            // They all ask for ten at night.
            "deployment.capacity.at-once=1000"
        })
@ActiveProfiles("demo")
abstract class InBrowser {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** The instance whose tests TestRail documents, and which no other test uses. */
    static final String IN_TEST_RAIL = "ACME-LAB";

    /** Serves as long as the application does, which all browser tests share. */
    static final WireMockServer TEST_RAIL = new WireMockServer(options().dynamicPort());

    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    static final ZoneId BOGOTA = ZoneId.of("America/Bogota");

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @LocalServerPort
    private int port;

    @Autowired
    private TestRestTemplate rest;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient database;

    /** Of the instances of the demo, as the first test found them. */
    private static final Map<String, String> VERSIONS = new HashMap<>();

    private final List<BrowserContext> open = new ArrayList<>();
    private final Map<String, Person> people = new HashMap<>();

    /** A test that fails says what everybody had in front of them. */
    @RegisterExtension
    final TestExecutionExceptionHandler screens = (test, failure) -> {
        var seen = people.values().stream().map(Person::sees).collect(joining("\n"));
        throw new AssertionError(failure.getMessage() + "\n" + seen, failure);
    };

    @DynamicPropertySource
    static void testRail(DynamicPropertyRegistry settings) {
        TEST_RAIL.start();
        settings.add("deployment.qa.testrail.base-url", TEST_RAIL::baseUrl);
        settings.add("deployment.qa.testrail.user", () -> "qa@athento.example");
        settings.add("deployment.qa.testrail.key", () -> "key");
        settings.add("deployment.qa.testrail.timeout", () -> "2s");
        settings.add("deployment.qa.testrail.projects." + IN_TEST_RAIL, () -> 3);
        settings.add("deployment.qa.testrail.suites." + IN_TEST_RAIL, () -> 5);
    }

    /** Somebody at their desk in Madrid, logged in. */
    Person person(String account) {
        return person(account, MADRID);
    }

    /** The same person sits at the same desk until the test ends. */
    Person person(String account, ZoneId zone) {
        return people.computeIfAbsent(account, someone -> arrives(someone, zone));
    }

    private Person arrives(String account, ZoneId zone) {
        var context = CHROMIUM.browser()
                .newContext(new NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + port)
                        .setLocale("en-GB")
                        .setTimezoneId(zone.getId())
                        .setViewportSize(1600, 1000));
        open.add(context);
        return new Person(account, context.newPage(), Path.of("target", "screenshots"));
    }

    /** Somebody without login, in a browser of their own. */
    Page visitor(NewContextOptions options) {
        var context = CHROMIUM.browser().newContext(options.setBaseURL("http://127.0.0.1:" + port));
        open.add(context);
        return context.newPage();
    }

    /** The demo's year ends without deployments: a test's ten at night must not depend on today's date. */
    @BeforeEach
    void liftFreezes() {
        database.sql("delete from change_freeze").update();
    }

    /** What a test before it deployed is gone: each finds the versions of the demo. */
    @BeforeEach
    void bringVersionsBack() {
        if (VERSIONS.isEmpty()) {
            database.sql("select code, version from instance")
                    .query((row, number) -> VERSIONS.put(row.getString("code"), row.getString("version")))
                    .list();
        }
        VERSIONS.forEach((code, version) -> database.sql("update instance set version = :version where code = :code")
                .param("version", version)
                .param("code", code)
                .update());
    }

    @AfterEach
    void goHome() {
        open.forEach(BrowserContext::close);
        open.clear();
        people.clear();
        running().forEach(this::remove);
    }

    /** An instance takes one intervention at a time: the next test begins with all of them free. */
    private List<ProcessInstance> running() {
        return runtime.createProcessInstanceQuery().list();
    }

    /** One that ends by itself at this moment is locked, or has no executions left. */
    private void remove(ProcessInstance left) {
        await("the removal of " + left.getBusinessKey())
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(
                        ending -> ending instanceof OptimisticLockingException || ending instanceof NullValueException)
                .until(() -> {
                    runtime.deleteProcessInstanceIfExists(left.getId(), "The test is over", true, true, true, false);
                    return true;
                });
    }

    Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Ten at night some days ahead, as the client's clock shows it. */
    LocalDateTime tenAtNight(ZoneId zone, int days) {
        return LocalDateTime.ofInstant(now(), zone).toLocalDate().plusDays(days).atTime(22, 0);
    }

    void advance(Duration time) {
        var answer = rest.withBasicAuth("admin", "demo")
                .postForEntity("/demo/api/clock", Map.of("advance", time.toString()), Map.class);
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
    }

    void advanceTo(Instant moment) {
        var time = Duration.between(now(), moment);
        if (time.compareTo(Duration.ZERO) > 0) {
            advance(time.plusSeconds(1));
        }
    }

    /** The youngest intervention of an instance. */
    String interventionOf(String instance) {
        return database.sql(
                        "select intervention_key from intervention where instance_code = ? order by requested_at desc, intervention_key desc limit 1")
                .param(instance)
                .query(String.class)
                .single();
    }

    /** Waits until the step is there: mails leave beside the browser. */
    void waitFor(String key, String task) {
        await("the task " + task + " of " + key)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> has(key, task));
    }

    /** Waits until it waits for what happens: the mails before have left. */
    void waitUntilItWaitsFor(String key, String event) {
        await("the wait for " + event + " in " + key)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> runtime.createExecutionQuery()
                                .processInstanceBusinessKey(key)
                                .activityId(event)
                                .count()
                        > 0);
    }

    boolean has(String key, String task) {
        return tasks(key, task).count() > 0;
    }

    Task task(String key, String task) {
        return tasks(key, task).singleResult();
    }

    private TaskQuery tasks(String key, String task) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey(task);
    }

    /** Waits until all jobs that are due have run: the mails have left. */
    void waitForMails(String key) {
        await("the mails of " + key)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> dueJobs(key) == 0);
    }

    private long dueJobs(String key) {
        return management
                .createJobQuery()
                .processInstanceId(history(key).getId())
                .executable()
                .count();
    }

    /** Waits for the end, closing mail included, and says how it ended. */
    String outcomeOf(String key) {
        await("the end of " + key)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> history(key).getEndTime() != null);
        return (String) value(key, "outcome");
    }

    Object value(String key, String variable) {
        var instance = history(key);
        return instance.getEndTime() == null
                ? runtime.getVariableLocal(instance.getId(), variable)
                : KeptValues.of(database, instance.getId(), variable);
    }

    Instant moment(String key, String variable) {
        return ((Date) value(key, variable)).toInstant();
    }

    String versionOf(String instance) {
        return database.sql("select version from instance where code = ?")
                .param(instance)
                .query(String.class)
                .single();
    }

    /** What left the house, in order: {@code template to ROLE}. */
    List<String> mailsOf(String key) {
        return database.sql(
                        "select mail || ' to ' || recipients_role from message_log where intervention_key = ? and state = 'SENT'"
                                + " group by job, mail, recipients_role order by min(id)")
                .param(key)
                .query(String.class)
                .list();
    }

    private HistoricProcessInstance history(String key) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult();
    }
}
