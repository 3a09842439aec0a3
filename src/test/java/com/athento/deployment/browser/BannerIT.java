package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page of another origin, with a strict policy of its own, embeds the banner. */
class BannerIT extends InBrowser {

    private static final String INSTANCE = "ACME-BANNER";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private HttpServer foreign;
    private String key;

    @BeforeEach
    void embedded() throws IOException {
        foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var origin = "http://127.0.0.1:" + foreign.getAddress().getPort();
        var admin = Visit.by("admin", port);
        admin.put(
                        "/api/instances/" + INSTANCE,
                        "{\"client\":\"ACME\",\"environment\":\"UAT\",\"line\":\"SE\",\"version\":\"24.1.0\",\"bannerOrigin\":\"%s\"}"
                                .formatted(origin))
                .isFine();
        key = JsonPath.read(admin.get("/api/instances/" + INSTANCE + "/banner").body(), "$.key");
        foreign.createContext("/", exchange -> {
            var page =
                    "<!DOCTYPE html><html lang=es><meta charset=utf-8><title>Acme</title><body><h1>Acme</h1><script src=\"http://127.0.0.1:%d/banner.js\" data-key=\"%s\" defer></script>"
                            .formatted(port, key)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.getResponseHeaders()
                    .add(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src http://127.0.0.1:%1$d; connect-src http://127.0.0.1:%1$d"
                                    .formatted(port));
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        foreign.start();
    }

    @AfterEach
    void gone() {
        foreign.stop(0);
        database.sql("delete from status_update where instance_code = ?")
                .param(INSTANCE)
                .update();
    }

    @Test
    void usersReadWhatIsPlannedAndPutItAway() {
        announced("PLANNED");
        var page = opens("127.0.0.1");

        var banner = page.getByRole(AriaRole.STATUS);
        assertThat(banner).containsText("Se trabajará en Athento el");
        assertThat(banner).containsText("45 minutos como máximo");
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "screenshots", "banner.png")));
        page.getByText("Cerrar").click();
        assertThat(page.getByText("Se trabajará en Athento")).hasCount(0);

        page.reload();
        page.waitForTimeout(500);
        assertThat(page.getByText("Se trabajará en Athento")).hasCount(0);

        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void anotherOriginReadsNothing() {
        announced("PLANNED");

        var page = opens("localhost");

        page.waitForTimeout(1000);
        assertThat(page.getByRole(AriaRole.STATUS)).hasCount(0);
    }

    private Page opens(String host) {
        var page = visitor(new NewContextOptions()
                .setLocale("es-ES")
                .setTimezoneId("Europe/Madrid")
                .setViewportSize(900, 300));
        page.navigate("http://%s:%d/".formatted(host, foreign.getAddress().getPort()));
        return page;
    }

    private void announced(String state) {
        var now = OffsetDateTime.ofInstant(now(), ZoneOffset.UTC);
        database.sql("""
                        insert into status_update (intervention_key, client_code, instance_code, state, change_kind,
                            from_version, target_version, window_start, downtime_minutes, in_app, notice_at, happened_at)
                        values ('INT-2026-9001-ACME-BANNER', 'ACME', ?, ?, 'VERSION_UPGRADE', '24.1.0', '24.2.0', ?, 45, true, ?, ?)""")
                .params(INSTANCE, state, now.plus(Duration.ofDays(2)), now, now)
                .update();
    }
}
