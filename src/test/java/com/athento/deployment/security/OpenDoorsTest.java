package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.security.Visit.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets in where, and how they get out. */
@ApplicationTest
class OpenDoorsTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/css/pages.css",
                "/js/login.js",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness"
            })
    void isReachableWithoutLogin(String path) {
        assertThat(Visit.nobody(port).get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "image/png", "application/json", "*/*"})
    void tellsItsHealthWhateverIsAccepted(String type) {
        var answer = Visit.nobody(port).with("Accept", type).get("/actuator/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/version",
                "/engine-rest/task",
                "/api/instances",
                "/demo/api/clock",
                "/demo/api/mails",
                "/camunda/api/engine/engine/default/task",
                "/camunda/app/tasklist/default/",
                "/camunda/",
                "/interventions",
                "/demo/inbox",
                "/go/request",
                "/actuator/info",
                "/actuator/health/db",
                "/error",
                "/nothing-of-ours"
            })
    void asksAMachineToLogIn(String path) {
        var answer = Visit.nobody(port).get(path);

        if ("/error".equals(path)) {
            answer.isRefused(404);
        } else {
            answer.isRefused(401);
        }
    }

    @Test
    void asksAMachineThatWritesToLogIn() {
        Visit.nobody(port).post("/demo/api/clock", "{\"advance\":\"PT1S\"}").isRefused(401);
        Visit.nobody(port).put("/api/instances/ACME-PRO", "{}").isRefused(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/tasklist/default/", "/interventions", "/go/task/x"})
    void asksAPersonToLogIn(String path) {
        var answer = Visit.browser(port).get(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).endsWith("/login");
    }

    @Test
    void challengesMachinesButNotTheScriptsOfAPage() {
        assertThat(Visit.nobody(port)
                        .get("/engine-rest/version")
                        .response()
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
        assertThat(Visit.nobody(port)
                        .with("Sec-Fetch-Site", "same-origin")
                        .get("/api/instances")
                        .response()
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    void leadsBackToWhereOneWas() {
        var browser = Visit.browser(port);
        browser.get("/go/task/some-task");

        assertThat(browser.logsIn("product", "demo").location()).endsWith("/go/task/some-task");
    }

    @Test
    void followsNoLinkToElsewhereAfterTheLogin() {
        var browser = Visit.browser(port);
        browser.get("/login");

        var answer = browser.form(
                "/login",
                Map.of(
                        "username", "product",
                        "password", "demo",
                        "then", "//evil.example/",
                        "_csrf", browser.cookie("XSRF-OWN")));

        assertThat(answer.location()).isEqualTo("http://127.0.0.1:%d/".formatted(port));
    }

    @Test
    void refusesAWrongPassword() {
        assertThat(Visit.browser(port).logsIn("product", "wrong").location()).endsWith("/login?error");
        assertThat(Visit.nobody(port)
                        .with("Authorization", "Basic eDp5")
                        .get("/api/x")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void loggingOutOfTasklistLogsOutEverywhere() {
        var browser = Visit.browser(port);
        browser.logsIn("product", "demo");
        assertThat(browser.get("/demo/inbox").status()).isEqualTo(200);
        browser.get("/camunda/app/tasklist/default/");

        Answer left = browser.post("/camunda/api/admin/auth/user/default/logout", "");

        assertThat(left.status()).isEqualTo(200);
        assertThat(browser.get("/demo/inbox").location()).endsWith("/login");
        assertThat(browser.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(401);
    }

    @Test
    void loggingOutOfOurPagesLogsOutOfTasklist() {
        var browser = Visit.browser(port);
        browser.logsIn("product", "demo");
        assertThat(browser.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);

        var left = browser.form("/logout", Map.of("_csrf", browser.cookie("XSRF-OWN")));

        assertThat(left.location()).endsWith("/login?logout");
        assertThat(browser.get("/camunda/app/tasklist/default/").location()).endsWith("/login");
    }

    @Test
    void asksTheBrowserForATokenAndAMachineForNone() {
        var browser = Visit.browser(port);
        browser.logsIn("product", "demo");

        browser.post("/demo/api/clock", "{\"advance\":\"x\"}").isRefused(403);
        browser.with("X-XSRF-OWN", browser.cookie("XSRF-OWN"))
                .post("/demo/api/clock", "{\"advance\":\"x\"}")
                .isRefused(400);
        Visit.by("product", port).post("/demo/api/clock", "{\"advance\":\"x\"}").isRefused(400);
    }

    @Test
    void opensItsApplicationsToWhomTheyAreFor() {
        var product = Visit.browser(port);
        product.logsIn("product", "demo");
        var manager = Visit.browser(port);
        manager.logsIn("manager", "demo");
        var admin = Visit.browser(port);
        admin.logsIn("admin", "demo");

        assertThat(product.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(product.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        assertThat(product.get("/camunda/app/admin/default/").status()).isEqualTo(403);
        assertThat(manager.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(manager.get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
        assertThat(manager.get("/camunda/app/admin/default/").status()).isEqualTo(403);
        assertThat(admin.get("/camunda/app/admin/default/").status()).isEqualTo(200);
    }

    @Test
    void hasErrorPagesOfItsOwnInTheReadersLanguage() {
        var reader = Visit.browser(port).with("Accept-Language", "es");
        reader.logsIn("qa", "demo");

        assertThat(reader.get("/camunda/app/cockpit/default/").body()).contains("No para esta cuenta");
        assertThat(reader.get("/nothing-of-ours").body()).contains("Aquí no hay nada");
        assertThat(reader.get("/login").body()).contains("Contraseña");
    }
}
