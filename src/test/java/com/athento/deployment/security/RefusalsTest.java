package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The one sentence that somebody gets when a thing is not done. */
@ApplicationTest
class RefusalsTest {

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    AuthorizationService authorizations;

    private TryOut tryOut;
    private Visit product;

    @BeforeEach
    void deploy() {
        tryOut = new TryOut(models, runtime, tasks, authorizations);
        product = Visit.by("product", port);
    }

    @AfterEach
    void cleanUp() {
        tryOut.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Integer\",\"value\":\"abc\"}|'abc' is not a whole number; give one such as 30",
                "{\"type\":\"Integer\",\"value\":30.5}|30.5 is not a whole number in range; give one such as 30",
                "{\"type\":\"Integer\",\"value\":99999999999}|99999999999 is not a whole number in range; give one such as 30",
                "{\"value\":99999999999}|99999999999 is not a whole number in range; give one such as 30",
                "{\"type\":\"NoSuchType\",\"value\":\"abc\"}|a value of type 'NoSuchType' is not possible; send it as an Integer",
                "{\"value\":[1,2]}|'[1, 2]' is not a whole number; give one such as 30",
                "{\"type\":\"Json\",\"value\":\"[]\"}|a value of type 'Json' is not possible; send it as an Integer",
            })
    void namesTheFieldAndRepeatsTheValue(String value, String what) {
        var answer = product.post(TryOut.START, "{\"variables\":{\"downtimeMinutes\":%s}}".formatted(value))
                .isRefused(400);

        assertThat(answer.message()).isEqualTo("downtimeMinutes: " + what);
        assertThat(tryOut.running()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Integer\",\"value\":30}",
                "{\"type\":\"Integer\",\"value\":\"30\"}",
                "{\"type\":\"Long\",\"value\":30}",
                "{\"type\":\"Double\",\"value\":30.0}",
                "{\"type\":\"Integer\",\"value\":30.0}",
                "{\"type\":\"String\",\"value\":\"30\"}",
                "{\"value\":\"30\"}",
                "{\"value\":30,\"valueInfo\":{\"transient\":true}}",
            })
    void convertsWhatIsExact(String value) {
        var instance = product.post(TryOut.START, "{\"variables\":{\"downtimeMinutes\":%s}}".formatted(value))
                .isFine()
                .id();

        assertThat(runtime.getVariable(instance, "downtimeMinutes")).isEqualTo(30);
    }

    /** Our own pages answer without a login. */
    @Test
    void convertsForAnAdminAndForOurPagesToo() {
        var byAdmin = tryOut.startedBy(product);
        var byPage = tryOut.startedBy(product);
        var instances = List.of(tryOut.instanceOf(byAdmin), tryOut.instanceOf(byPage));

        Visit.by("admin", port)
                .post(
                        "/engine-rest/task/%s/complete".formatted(byAdmin),
                        "{\"variables\":{\"qaTotal\":{\"value\":\" 100 \"}}}")
                .isFine();
        tasks.complete(byPage, Map.of("qaTotal", " 100 "));

        assertThat(instances)
                .extracting(instance -> runtime.getVariable(instance, "qaTotal"))
                .containsOnly(100L);
    }

    @Test
    void readsATimeWithItsOffset() {
        var instance = product.post(
                        TryOut.START,
                        "{\"variables\":{\"reportedAt\":{\"value\":\"2026-11-20T10:00:00+01:00\",\"type\":\"Date\"}}}")
                .isFine()
                .id();

        assertThat((Date) runtime.getVariable(instance, "reportedAt")).isEqualTo("2026-11-20T09:00:00Z");
    }

    @Test
    void saysWhatIsWrongWithTheBody() {
        assertThat(product.post(TryOut.START, "{").isRefused(400).message())
                .startsWith("The body is not valid JSON (line 1");
        assertThat(product.post(TryOut.START, "{\"variables\":3}")
                        .isRefused(400)
                        .message())
                .startsWith("variables: the value has the wrong shape");
        assertThat(product.post(TryOut.START, "[]").isRefused(400).message())
                .startsWith("The body has the wrong shape");
        product.form(TryOut.START, Map.of()).isRefused(415);
        product.get(TryOut.START).isRefused(405);
        product.get("/engine-rest/nothing-of-the-engines").isRefused(404);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /engine-rest/task/no-such-task/complete | {} | No existe esa tarea;",
                "POST | /engine-rest/process-definition/key/type-4-deployment/start | { | El cuerpo no es JSON válido (línea 1",
                "POST | /engine-rest/process-definition/key/type-4-deployment/start | {} | instanceCode: falta; indique el código de una instancia del registro. changeKind: falta;",
                "GET | /engine-rest/nothing-of-the-engines | '' | No hay nada en esta dirección",
                "GET | /api/interventions/INT-1 | '' | key: 'INT-1' no es ninguna intervención;",
                "GET | /api/interventions?size=0 | '' | size: '0' no es posible; indique un número entero del 1 al 200",
                "POST | /api/requests/check | { | El cuerpo no es JSON válido (línea 1"
            })
    void saysItInTheLanguageThatIsAskedFor(String method, String path, String body, String beginning) {
        var spanish = Visit.by("product", port).with("Accept-Language", "es").by(method, path, body);
        var english = Visit.by("product", port).by(method, path, body);

        assertThat(spanish.message()).startsWith(beginning);
        assertThat(english.status()).isEqualTo(spanish.status());
        assertThat(english.message()).isNotEqualTo(spanish.message()).doesNotContain("indique");
    }

    @Test
    void saysOnItsPagesWhatTheirReaderUnderstands() {
        var browser = Visit.browser(port).with("Accept-Language", "es");
        browser.logsIn("product", "demo");
        var task = tryOut.startedBy(product);
        product.post("/engine-rest/task/" + task + "/complete", "{}").isFine();

        assertThat(browser.get("/go/task/" + task).body()).contains("ya la ha completado product");
    }

    @Test
    void saysWhoCompletedATaskThatIsGone() {
        var task = tryOut.startedBy(product);
        product.post("/engine-rest/task/" + task + "/complete", "{}").isFine();

        for (var action : new String[] {"complete", "submit-form", "claim"}) {
            var late = Visit.by("product2", port)
                    .post("/engine-rest/task/" + task + "/" + action, "{}")
                    .isRefused(409);
            assertThat(late.message()).startsWith("'Approve the try-out' is already completed by product");
        }
    }

    @Test
    void saysThatATaskWasNeverThere() {
        product.post("/engine-rest/task/no-such-task/complete", "{}").isRefused(404);
        product.post("/engine-rest/task/no-such-task/claim", "{}").isRefused(404);
        product.get("/engine-rest/task/no-such-task").isRefused(404);
        product.post("/engine-rest/process-definition/key/no-such-process/start", "{}")
                .isRefused(404);
    }

    @Test
    void saysThatSomebodyMayNotStartWhatThereIs() {
        assertThat(Visit.by("systems", port)
                        .post("/engine-rest/process-definition/key/change-intervention/start", "{}")
                        .isRefused(403)
                        .message())
                .isEqualTo("'systems' may not start 'change-intervention'");
    }

    @Test
    void tellsTasklistTheSame() {
        var task = tryOut.startedBy(product);
        var browser = Visit.browser(port);
        browser.logsIn("systems", "demo");
        browser.get("/camunda/app/tasklist/default/");
        browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));

        var answer = browser.post("/camunda/api/engine/engine/default/task/" + task + "/submit-form", "{}");

        assertThat(answer.isRefused(403).message())
                .isEqualTo("'systems' may not do this with 'Approve the try-out': it is a task for product");
    }

    @Test
    void aLinkToATaskThatIsGoneSaysSo() {
        var task = tryOut.startedBy(product);
        var reader = Visit.browser(port);
        reader.logsIn("product", "demo");
        assertThat(reader.get("/go/task/" + task).location()).endsWith("/camunda/app/tasklist/default/#/?task=" + task);

        product.post("/engine-rest/task/" + task + "/complete", "{}").isFine();

        assertThat(reader.get("/go/task/" + task).body())
                .contains("&#39;Approve the try-out&#39; is already completed by product");
    }

    @Test
    void aLinkToSomebodyElsesTaskSaysSo() {
        var task = tryOut.startedBy(product);
        var reader = Visit.browser(port);
        reader.logsIn("qa", "demo");

        var page = reader.get("/go/task/" + task);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("Approve the try-out");
        assertThat(reader.get("/go/task/no-such-task").status()).isEqualTo(404);
    }

    @Test
    void onlyWhoMayRequestGetsTheFormOfARequest() {
        var reader = Visit.browser(port);
        reader.logsIn("support", "demo");
        assertThat(reader.get("/go/request").location())
                .endsWith("/camunda/app/tasklist/default/#/?processStart=type-4-deployment");

        var other = Visit.browser(port);
        other.logsIn("systems", "demo");
        assertThat(other.get("/go/request").status()).isEqualTo(403);
    }

    @ParameterizedTest(name = "?{0} leads on to {1}")
    @CsvSource({
        "instance=ACME-PRO&window=2027-01-15T22:00, &instance=ACME-PRO&window=2027-01-15T22:00",
        "instance=ACME-PRO, &instance=ACME-PRO",
        "window=2027-01-15T22:00:00, &window=2027-01-15T22:00",
        "window=2027-02-30T22:00, ''",
        "window=22:00, ''",
        "instance=acme-pro, ''",
        "instance=A%26task=x, ''",
        "instance={x}, ''",
        "instance=&window=, ''",
    })
    void whatIsKnownOfARequestGoesAlong(String asked, String known) {
        var reader = Visit.browser(port);
        reader.logsIn("support", "demo");

        assertThat(reader.get("/go/request?" + asked.replace("{", "%7B").replace("}", "%7D"))
                        .location())
                .endsWith("/#/?processStart=type-4-deployment" + known);
    }
}
