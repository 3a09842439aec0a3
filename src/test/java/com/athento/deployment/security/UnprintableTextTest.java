package com.athento.deployment.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.register.Register;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.unbescape.html.HtmlEscape;

/** A text that no database and no feed could hold is refused at every door; any other is kept. */
@ApplicationTest
class UnprintableTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TASKLIST = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService people;

    @Autowired
    Register register;

    @BeforeEach
    void morning() {
        lifecycle.now(Lifecycle.MORNING);
    }

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#unprintable")
    void isRefusedByNameAtEveryDoorThatTakesJson(String text) throws Exception {
        var task = lifecycle.requested().task(Elements.APPROVE_PRODUCT).getId();
        var product = Visit.by("product", port);
        var admin = Visit.by("admin", port);
        product.post("/engine-rest/task/%s/claim".formatted(task), "{\"userId\": \"product\"}")
                .isFine();
        var complete = Map.of("variables", Map.of("productReason", Map.of("value", text)));

        for (var refused : List.of(
                product.post("/engine-rest/task/%s/complete".formatted(task), json(complete)),
                tasklist("product").post(TASKLIST + "/task/%s/submit-form".formatted(task), json(complete)))) {
            assertThat(refused.isRefused(400).message()).isEqualTo(sentence("productReason"));
        }
        assertThat(product.post("/engine-rest/task/%s/comment/create".formatted(task), json(Map.of("message", text)))
                        .isRefused(400)
                        .message())
                .isEqualTo(sentence("message"));
        assertThat(product.post("/engine-rest/task", json(Map.of("nameLike", text)))
                        .isRefused(400)
                        .message())
                .isEqualTo(sentence("nameLike"));
        assertThat(admin.put("/engine-rest/user/product2/profile", json(Map.of("id", "product2", "firstName", text)))
                        .isRefused(400)
                        .message())
                .isEqualTo(sentence("firstName"));
        assertThat(admin.put("/api/clients/ACME", json(Map.of("name", text)))
                        .isRefused(400)
                        .message())
                .isEqualTo(sentence("name"));
        assertThat(tasks.getTaskComments(task)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task?name=",
                "/engine-rest/user?firstNameLike=",
                TASKLIST + "/task?assignee=",
                "/api/interventions?instance="
            })
    void isRefusedInAnAddress(String address) {
        var admin = address.startsWith("/camunda/") ? tasklist("admin") : Visit.by("admin", port);
        assertThat(admin.get(address + URLEncoder.encode("a\0b", UTF_8))
                        .isRefused(400)
                        .message())
                .isEqualTo(sentence(address.replaceAll(".*\\?|=", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/interventions?instance=", "/login?then="})
    void isRefusedOnAPage(String address) {
        var browser = Visit.browser(port);
        browser.logsIn("manager", "demo");

        assertThat(browser.get(address + URLEncoder.encode("a\0b", UTF_8)).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "product\0", "\uFFFE"})
    void isNobodysName(String name) {
        var password = Base64.getEncoder().encodeToString((name + ":demo").getBytes(UTF_8));
        assertThat(Visit.nobody(port)
                        .with("Authorization", "Basic " + password)
                        .get("/engine-rest/task")
                        .status())
                .isEqualTo(401);
        assertThat(people.checkPassword(name, "demo")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#names")
    void anyOtherNameIsReadBackAtEveryDoor(String written) throws Exception {
        var admin = Visit.by("admin", port);
        var name = written.strip();
        var client = Map.of(
                "name",
                written,
                "locale",
                "en",
                "zone",
                "Europe/Madrid",
                "emergencyConsent",
                Map.of("document", written, "validUntil", "2027-06-30"),
                "contacts",
                List.of(Map.of(
                        "name", written,
                        "email", "ana@nasty.example",
                        "role", "CONTACT")));

        admin.put("/api/clients/NASTY", json(client)).isFine();

        var read = JSON.readTree(admin.get("/api/clients/NASTY").isFine().body());
        assertThat(read.at("/name").asText()).isEqualTo(name);
        assertThat(read.at("/contacts/0/name").asText()).isEqualTo(name);
        assertThat(read.at("/emergencyConsent/document").asText()).isEqualTo(name);
        var page = "/status/" + register.statusKey("NASTY");
        assertThat(HtmlEscape.unescapeHtml(
                        Visit.browser(port).get(page).isFine().body()))
                .contains(name);
        assertThat(Visit.nobody(port).get(page).isFine().body()).doesNotContain("<script>alert");
        assertThat(JSON.readTree(Visit.nobody(port)
                                .get(page + "/status.json")
                                .isFine()
                                .body())
                        .at("/client")
                        .asText())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#notOnOneLine")
    void aNameIsOneLine(String text) throws Exception {
        var client = Map.of("name", "x" + text + "x", "locale", "en", "zone", "UTC");

        assertThat(Visit.by("admin", port)
                        .put("/api/clients/NASTIER", json(client))
                        .isRefused(400)
                        .message())
                .startsWith("name: ");
        assertThat(register.client("NASTIER")).isEmpty();
    }

    private static String sentence(String field) {
        return field + ": the text has an unprintable character; remove it";
    }

    /** Escaped where it has to be; halves of letters, too. */
    private static String json(Object value) throws Exception {
        return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(value);
    }

    private Visit tasklist(String account) {
        var browser = Visit.browser(port);
        browser.logsIn(account, "demo");
        browser.get("/camunda/app/tasklist/default/");
        return browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
    }
}
