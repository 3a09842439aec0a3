package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Guessing is slowed down at every door that takes a password, and whoever is slowed hears so. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class WrongPasswordsTest {

    private static final String VERSION = "/engine-rest/version";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    /** Another one for each test, since what was guessed is remembered. */
    private final String account = "clumsy" + System.nanoTime();

    @BeforeEach
    void thereIsSomebodyClumsy() {
        var user = identity.newUser(account);
        user.setPassword("right");
        identity.saveUser(user);
    }

    @AfterEach
    void isForgotten() {
        identity.deleteUser(account);
    }

    @Test
    void basicSaysWhenToTryAgain() {
        for (int n = 0; n < Guesses.AT_ONCE; n++) {
            basic("wrong").get(VERSION).isRefused(401);
        }

        var answer = basic("right").get(VERSION).isRefused(429);

        var seconds =
                answer.response().headers().firstValueAsLong("Retry-After").orElseThrow();
        assertThat(seconds).isBetween(100L, 121L);
        assertThat(answer.message()).isEqualTo("Too many wrong passwords; try again in %d seconds.".formatted(seconds));
        assertThat(basic("right")
                        .with("Accept-Language", "es")
                        .get("/api/instances")
                        .isRefused(429)
                        .message())
                .startsWith("Demasiadas contraseñas incorrectas");
    }

    @Test
    void theLoginPageSaysWhenToTryAgain() {
        var person = Visit.browser(port).with("Accept-Language", "es");
        for (int n = 0; n < Guesses.AT_ONCE; n++) {
            assertThat(person.logsIn(account, "wrong").location()).endsWith("/login?error");
        }

        var refused = person.logsIn(account, "right").location();

        assertThat(refused).contains("/login?wait=1");
        assertThat(person.get(refused.substring(refused.indexOf("/login"))).body())
                .contains("Inténtelo de nuevo dentro de 1");
    }

    @Test
    void theDoorsCountTogether() {
        for (int n = 0; n < Guesses.AT_ONCE; n++) {
            switch (n % 3) {
                case 0 -> basic("wrong").get(VERSION).isRefused(401);
                case 1 ->
                    assertThat(Visit.browser(port).logsIn(account, "wrong").location())
                            .endsWith("/login?error");
                default -> assertThat(verifies("wrong").isFine().body()).contains("\"authenticated\":false");
            }
        }

        verifies("right").isRefused(429);
        basic("right").get(VERSION).isRefused(429);
    }

    @Test
    void theWebApplicationsHaveNoLoginOfTheirOwn() {
        var person = Visit.browser(port);
        person.logsIn("product", "demo");
        person.get("/camunda/app/tasklist/default/");

        for (int n = 0; n <= Guesses.AT_ONCE; n++) {
            person.with("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN"))
                    .form(
                            "/camunda/api/admin/auth/user/default/login/tasklist",
                            Map.of("username", account, "password", "right"))
                    .isRefused(403);
        }
        basic("right").get(VERSION).isFine();
    }

    @Test
    void aMachineThatKnowsThePasswordIsNeverSlowed() {
        for (int n = 0; n < 30; n++) {
            basic("right").get(VERSION).isFine();
        }
    }

    @Test
    void anOperatorSeesIt(CapturedOutput log) {
        var before = refused();
        for (int n = 0; n <= Guesses.AT_ONCE; n++) {
            basic("sesame").get(VERSION);
        }

        assertThat(log.getAll().lines().filter(line -> line.contains(account)))
                .singleElement()
                .asString()
                .contains("WARN", "from 127.0.0.1")
                .doesNotContain("sesame");
        assertThat(refused()).isEqualTo(before + 1);
    }

    private double refused() {
        var meter = Visit.by("admin", port).get("/actuator/metrics/deployment.passwords?tag=outcome:refused");
        return meter.status() == 404 ? 0 : JsonPath.read(meter.body(), "$.measurements[0].value");
    }

    private Visit.Answer verifies(String password) {
        return Visit.by("admin", port)
                .post(
                        "/engine-rest/identity/verify",
                        "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(account, password));
    }

    private Visit basic(String password) {
        var login = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Visit.nobody(port)
                .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }
}
