package com.athento.deployment.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.athento.deployment.ApplicationTest;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has a session in the database, and what it costs. */
@ApplicationTest
class KeepSessionsTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    IdentityService identities;

    private final Logger sql = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        database.sql("delete from spring_session").update();
        said.start();
        sql.setLevel(Level.DEBUG);
        sql.setAdditive(false);
        sql.addAppender(said);
    }

    @AfterEach
    void listenNoMore() {
        sql.detachAppender(said);
        sql.setAdditive(true);
        sql.setLevel(null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/login?error",
                "/interventions",
                "/go/task/x",
                TASKLIST,
                TASKS,
                "/camunda/",
                "/nothing-of-ours",
                "/status/nobody-knows",
                "/status/nobody-knows/atom.xml",
                "/consent/nobody-knows",
                "/banner.js",
                "/css/pages.css",
                "/actuator/health",
                "/actuator/health/readiness",
                "/api/instances",
                "/engine-rest/task"
            })
    void whoeverHasNotLoggedInHasNone(String path) {
        var reader = Visit.browser(port);
        reader.get(path);
        // With all the cookies that it got.
        reader.get(path);

        assertThat(sessions()).isEmpty();
        assertThat(statements("")).isEmpty();
    }

    @Test
    void whoeverMistypesAPasswordHasNone() {
        Visit.browser(port).logsIn("product", "wrong");

        assertThat(statements("")).isEmpty();
    }

    @Test
    void aMachineHasNone() {
        var machine = Visit.by("product", port);
        machine.get("/engine-rest/task/count").isFine();
        machine.get("/api/instances").isFine();
        machine.post("/demo/api/clock", "{\"advance\":\"x\"}").isRefused(400);

        assertThat(statements("")).isEmpty();
    }

    @Test
    void aLoginIsOneAndItsEndTakesItAway() {
        var browser = loggedIn("product");
        assertThat(sessions()).containsExactly("product");

        browser.form("/logout", Map.of("_csrf", browser.cookie("XSRF-OWN")));
        assertThat(sessions()).isEmpty();

        loggedIn("product").post("/camunda/api/admin/auth/user/default/logout", "");
        assertThat(sessions()).isEmpty();
    }

    @Test
    void anotherPasswordEndsAllOthersOfTheAccount() {
        var product = loggedIn("product");
        account("nomad");
        try {
            var here = loggedIn("nomad");
            var elsewhere = loggedIn("nomad");

            here.with("X-XSRF-TOKEN", here.cookie("XSRF-TOKEN"))
                    .put(
                            "/camunda/api/engine/engine/default/user/nomad/credentials",
                            "{\"password\":\"demo2\",\"authenticatedUserPassword\":\"demo\"}")
                    .isFine();

            assertThat(elsewhere.get("/interventions").location()).endsWith("/login");
            assertThat(here.get("/interventions").status()).isEqualTo(200);
            assertThat(product.get("/interventions").status()).isEqualTo(200);
        } finally {
            identities.deleteUser("nomad");
        }
        assertThat(sessions()).containsExactly("product");
    }

    @Test
    void anotherNameEndsNone() {
        account("nomad");
        try {
            var browser = loggedIn("nomad");
            var user = identities.createUserQuery().userId("nomad").singleResult();
            user.setLastName("Nomad");
            identities.saveUser(user);

            assertThat(browser.get("/interventions").status()).isEqualTo(200);
        } finally {
            identities.deleteUser("nomad");
        }
    }

    private void account(String name) {
        var user = identities.newUser(name);
        user.setPassword("demo");
        identities.saveUser(user);
    }

    @Test
    void requestsInQuickSuccessionWriteNothing() {
        var browser = loggedIn("product");
        browser.get(TASKLIST);
        browser.get(TASKS).isFine();
        said.list.clear();

        for (int i = 0; i < 10; i++) {
            browser.get(TASKS).isFine();
            browser.get("/interventions");
            browser.get("/api/instances").isFine();
        }

        assertThat(statements("insert", "update", "delete")).isEmpty();
        // What a request reads last, it may read when its answer has arrived: so may the one before these.
        assertThat(statements("select")).hasSizeLessThanOrEqualTo(61);
    }

    @Test
    void tabsThatOpenAtTheSameInstantShareOneToken() throws Exception {
        var browser = loggedIn("product");
        var token = browser.cookie("XSRF-TOKEN");
        assertThat(token).isNotBlank();
        var tabs = Executors.newFixedThreadPool(8);
        try {
            for (var tab : tabs.invokeAll(IntStream.range(0, 16)
                    .<Callable<Answer>>mapToObj(i -> () -> browser.get(i % 2 == 0 ? TASKLIST : TASKS))
                    .toList())) {
                assertThat(tab.get().status()).isEqualTo(200);
            }
        } finally {
            tabs.shutdownNow();
        }

        assertThat(browser.cookie("XSRF-TOKEN")).isEqualTo(token);
        assertThat(statements("insert into spring_session_attributes")).hasSize(1);
        assertThat(browser.with("X-XSRF-TOKEN", token).post(TASKS, "{}").status())
                .isEqualTo(200);
    }

    @Test
    void aWrongTokenIsStillRefused() {
        var browser = loggedIn("product");

        assertThat(browser.with("X-XSRF-TOKEN", "wrong").post(TASKS, "{}").status())
                .isEqualTo(403);
    }

    /** As after an upgrade that changes a class. */
    @Test
    void aLoginThatCannotBeReadIsAskedForAnew() {
        var browser = loggedIn("product");
        browser.get(TASKLIST);

        spoil("SPRING_SECURITY_CONTEXT");

        assertThat(browser.get("/interventions").location()).endsWith("/login");
        assertThat(browser.get(TASKS).status()).isEqualTo(401);
        browser.logsIn("product", "demo");
        assertThat(browser.get(TASKS).status()).isEqualTo(200);
        assertThat(sessions()).containsExactly("product");
    }

    @Test
    void whatTheWebApplicationsKeepIsMadeAnew() {
        var browser = loggedIn("product");
        browser.get(TASKLIST);

        spoil("authenticatedUser");

        assertThat(browser.get(TASKS).status()).isEqualTo(200);
        assertThat(browser.get(TASKLIST).status()).isEqualTo(200);
    }

    private void spoil(String attribute) {
        assertThat(database.sql("update spring_session_attributes set attribute_bytes = ? where attribute_name = ?")
                        .params(List.of(new byte[] {1, 2, 3}, attribute))
                        .update())
                .isEqualTo(1);
    }

    private Visit loggedIn(String account) {
        var browser = Visit.browser(port);
        var entered = browser.logsIn(account, "demo");
        assertThat(entered.location()).endsWith("/");
        assertThat(entered.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("SESSION-").contains("HttpOnly", "SameSite=Lax"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("XSRF-TOKEN=")
                        .contains("Path=/camunda", "SameSite=Lax")
                        .doesNotContain("HttpOnly"));
        return browser;
    }

    private List<String> sessions() {
        return database.sql("select principal_name from spring_session")
                .query(String.class)
                .list();
    }

    /** What was said to the database about sessions, of the given kinds. */
    /** What requests said to the sessions' tables; the clean-up of every ten minutes has a thread of its own. */
    private List<String> statements(String... beginnings) {
        return List.copyOf(said.list).stream()
                .filter(event -> !event.getThreadName().startsWith("spring-session-"))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith("Executing prepared SQL statement"))
                .filter(line -> line.contains("SPRING_SESSION"))
                .map(line -> line.substring(line.indexOf('[') + 1).strip())
                .filter(statement ->
                        List.of(beginnings).stream().anyMatch(statement.toLowerCase(Locale.ROOT)::startsWith))
                .toList();
    }
}
