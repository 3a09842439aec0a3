package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The client answers in its own browser: on a phone, on a desk, without JavaScript. */
class ConsentIT extends InBrowser {

    private static final Pattern LINK = Pattern.compile("/consent/[A-Za-z0-9_-]{43}");

    @LocalServerPort
    private int port;

    @Test
    void clientAgreesOnThePhone() {
        var key = asked("PHONE");
        var page = client(new NewContextOptions().setViewportSize(390, 844));

        page.navigate(link(key));
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "consent-phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.getByText("Estoy conforme con esta fecha y hora").click();
        assertThat(page.getByLabel("Su nombre")).hasValue("Ana Ruiz");
        send(page, "Enviar la respuesta");

        assertThat(page.getByText("Gracias, hemos recibido su respuesta")).isVisible();
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "consent-thanks");
        waitForMails(key);
        assertThat(mailsOf(key)).contains("window-confirmed to CONTACT");

        page.navigate(link(key));
        assertThat(page.getByText("Ya tenemos una respuesta")).isVisible();
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "consent-used");
    }

    @Test
    void aDeputyAnswersWithAnOwnLinkAndTheContactReadsIt() {
        var key = asked("DEPUTY");
        var page = client(new NewContextOptions().setViewportSize(390, 844));

        page.navigate(link(key, "luis@acme.example"));
        assertThat(page.getByText("este enlace solo a Luis Gil")).isVisible();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.getByText("Estoy conforme con esta fecha y hora").click();
        assertThat(page.getByLabel("Su nombre")).hasValue("Luis Gil");
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "consent-deputy");
        send(page, "Enviar la respuesta");
        assertThat(page.getByText("Gracias, hemos recibido su respuesta")).isVisible();

        page.navigate(link(key));
        assertThat(page.getByText("Luis Gil")).isVisible();
        ClientPage.look(page, "consent-answered-by-deputy");
    }

    @Test
    void clientProposesAnotherWindowInTheDark() {
        var key = asked("DARK");
        var page = client(new NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK));

        page.navigate(link(key) + "?lang=en");
        page.getByText("I propose another date or time").click();
        page.getByLabel("Your name").clear();
        send(page, "Send the answer");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Give your name");
        assertThat(page.locator("#proposed-problem")).hasText("Give the day and time that you propose");
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "consent-problems");
        page.locator("#proposed")
                .fill(page.locator("input[name=window]").first().getAttribute("value"));
        page.getByLabel("Your name").fill("Luz Prado");
        send(page, "Send the answer");

        assertThat(page.getByText("You have proposed another date or time")).isVisible();
        waitFor(key, "revise-request");
    }

    @Test
    void clientTakesAnotherTimeOnAPhone() {
        var key = asked("SLOT");
        var page = client(new NewContextOptions().setViewportSize(390, 844));

        page.navigate(link(key));
        page.getByText("Elijo otro momento").click();
        send(page, "Enviar la respuesta");
        assertThat(page.locator("#slot-problem")).containsText("Elija uno de los momentos");
        page.locator("input[name=window]").nth(1).check();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "consent-slots");
        page.getByLabel("Su nombre").fill("Ana Ruiz");
        send(page, "Enviar la respuesta");

        assertThat(page.getByText("y así queda acordado")).isVisible();
        ClientPage.look(page, "consent-slot-taken");
        waitUntilItWaitsFor(key, "window-opened");
    }

    @Test
    void clientDeclinesWithoutJavaScript() {
        var key = asked("PLAIN");
        var page = client(new NewContextOptions().setJavaScriptEnabled(false));

        page.navigate(link(key));
        page.getByText("La rechazo").click();
        page.locator("#reason").fill("Es semana de auditoría");
        page.getByLabel("Su nombre").fill("Ana Ruiz");
        send(page, "Enviar la respuesta");

        assertThat(page.getByText("No se desplegará nada")).isVisible();
        assertThat(outcomeOf(key)).isEqualTo("DECLINED");
    }

    @Test
    void aLinkIsOverWhenThePlanChangesAndWhenTheWindowComes() {
        var key = asked("LATE");
        var page = client(new NewContextOptions().setViewportSize(390, 844));
        var first = link(key);
        Visit.by("project", port)
                .post(
                        "/engine-rest/process-definition/key/change-intervention/start",
                        variables(Map.of(
                                "intervention",
                                key,
                                "change",
                                "RESCHEDULE",
                                "changeReason",
                                "The auditors come that day")))
                .isFine();
        waitFor(key, "revise-request");

        page.navigate(first);
        assertThat(page.getByText("El plan por el que le preguntábamos ha cambiado"))
                .isVisible();
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "consent-changed");

        completes(
                key,
                "support",
                "revise-request",
                Map.of(
                        "requesterDecision",
                        "AMEND",
                        "windowStartLocal",
                        tenAtNight(MADRID, 6).toString()));
        waitFor(key, "obtain-client-consent");
        page.navigate(link(key));
        assertThat(page.getByText("Estoy conforme con esta fecha y hora")).isVisible();
        page.navigate(first);
        assertThat(page.getByText("un correo más reciente")).isVisible();

        var second = link(key);
        advanceTo(moment(key, "windowStart"));
        page.navigate(second);
        assertThat(page.getByText("ha llegado sin respuesta")).isVisible();
        ClientPage.look(page, "consent-expired");
    }

    @Test
    void anInventedLinkGetsAKindPage() {
        var page = client(new NewContextOptions().setViewportSize(390, 844));

        page.navigate("/consent/" + "x".repeat(43));

        assertThat(page.getByText("Abra el correo más reciente")).isVisible();
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "consent-invented");
    }

    private Page client(NewContextOptions options) {
        return visitor(options.setLocale("es-ES").setTimezoneId("Europe/Madrid"));
    }

    private static void send(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)).click();
    }

    /** An intervention that both teams approved, and about which the client was written to. */
    private String asked(String name) {
        var instance = "ACME-" + name;
        Visit.by("admin", port)
                .put(
                        "/api/instances/" + instance,
                        "{\"client\":\"ACME\",\"environment\":\"UAT\",\"line\":\"SE\",\"version\":\"24.1.0\"}")
                .isFine();
        var window = tenAtNight(MADRID, 5);
        var request = Map.<String, Object>ofEntries(
                Map.entry("instanceCode", instance),
                Map.entry("changeKind", "VERSION_UPGRADE"),
                Map.entry("targetVersion", "24.2.0"),
                Map.entry("severity", "NONE"),
                Map.entry("windowStartLocal", window.toString()),
                Map.entry("downtimeMinutes", 30),
                Map.entry("reason", "La versión trae correcciones de seguridad"),
                Map.entry("flagPossible", false),
                Map.entry("flagReason", "No flag covers it"),
                Map.entry("bigChanges", false),
                Map.entry("plan", "Install"),
                Map.entry("rollbackPlan", "Restore"),
                Map.entry("releaseNotesUrl", "https://example.com/notes"),
                Map.entry("noticeChannels", "EMAIL"));
        var started = Visit.by("support", port)
                .post("/engine-rest/process-definition/key/type-4-deployment/start", variables(request))
                .isFine();
        String key = JsonPath.read(started.body(), "$.businessKey");
        waitFor(key, "approve-product");
        for (var team : List.of("product", "project")) {
            completes(
                    key,
                    team,
                    "approve-" + team,
                    Map.of(
                            team + "Decision",
                            "APPROVE",
                            team + "Risk",
                            "MEDIUM",
                            team + "Suitable",
                            true,
                            team + "Reason",
                            "Fine"));
        }
        waitFor(key, "obtain-client-consent");
        waitForMails(key);
        return key;
    }

    private void completes(String key, String person, String task, Map<String, Object> answer) {
        var visit = Visit.by(person, port);
        String id = JsonPath.read(
                visit.get("/engine-rest/task?processInstanceBusinessKey=%s&taskDefinitionKey=%s".formatted(key, task))
                        .body(),
                "$[0].id");
        visit.post("/engine-rest/task/" + id + "/claim", "{\"userId\":\"" + person + "\"}")
                .isFine();
        visit.post("/engine-rest/task/" + id + "/complete", variables(answer)).isFine();
    }

    private String link(String key) {
        return link(key, "ana@acme.example");
    }

    /** The newest that one of the client's people got. */
    private String link(String key, String address) {
        var mails = Visit.by("admin", port)
                .get("/demo/api/mails?intervention=" + key)
                .body();
        return JsonPath.<List<String>>read(mails, "$[?('%s' in @.to)].text".formatted(address)).stream()
                .flatMap(text -> LINK.matcher(text).results())
                .map(found -> found.group())
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private static String variables(Map<String, Object> values) {
        return new JSONObject(Map.of(
                        "variables",
                        values.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, value -> Map.of("value", value.getValue())))))
                .toString();
    }
}
