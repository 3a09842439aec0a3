package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.athento.deployment.intervention.PublicState;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The client's people look at their status page, from wherever they are. */
class StatusIT extends InBrowser {

    private static final String PLANNED = "INT-2026-9101-NORTHWIND-PRO";
    private static final Duration TOLERANCE = Duration.ofMinutes(30);

    @Autowired
    private JdbcClient database;

    private Instant now;
    private Instant start;
    private String address;

    @BeforeEach
    void statesToShow() {
        now = now();
        start = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.parse("P1DT23H50M"));
        address = "/status/"
                + database.sql("select status_key from client where code = 'NORTHWIND'")
                        .query(String.class)
                        .single();
        update(PLANNED, "PLANNED", Duration.between(now, start));
        update("INT-2026-9102-NORTHWIND-PRO", "PLANNED", Duration.ofDays(-1));
        update("INT-2026-9102-NORTHWIND-PRO", "VERIFYING", Duration.ofDays(-1));
        update("INT-2026-9103-NORTHWIND-PRO", "ROLLED_BACK", Duration.ofDays(-5));
        update("INT-2026-9104-NORTHWIND-PRO", "COMPLETED", Duration.ofDays(-6));
        update("INT-2026-9105-NORTHWIND-PRO", "CANCELLED", Duration.ofDays(-7));
        update("INT-2026-9106-NORTHWIND-PRO", "IN_PROGRESS", Duration.ofDays(-1));
        update("INT-2026-9107-NORTHWIND-PRO", "COMPLETED", Duration.ofDays(-2));
        update("INT-2026-9107-NORTHWIND-PRO", "INTERRUPTED", Duration.ofDays(-2));
        update("INT-2026-9108-NORTHWIND-PRO", "MOVED", Duration.ofDays(3));
    }

    @AfterEach
    void nothingIsLeft() {
        database.sql("delete from status_update where intervention_key like 'INT-2026-91%'")
                .update();
    }

    @Test
    void readersSeeTheirOwnTimeOnThePhone() {
        var page = visitor(new NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Asia/Tokyo")
                .setViewportSize(390, 844));

        page.navigate(address + "?lang=en");

        assertThat(page.locator("main")).containsText("GMT+9");
        assertThat(within(page)).hasText("08:50 AM – 09:20 AM");
        assertThat(page.locator("#now")).isVisible();
        assertThat(page.locator("#planned")).isVisible();
        assertThat(page.locator("#recent")).isVisible();
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "status-phone");
    }

    @Test
    void itReadsInTheDarkAndWithoutJavaScript() {
        var dark =
                visitor(new NewContextOptions().setColorScheme(ColorScheme.DARK).setViewportSize(1280, 900));
        dark.navigate(address);
        ClientPage.assertIsAccessible(dark);
        ClientPage.look(dark, "status-dark");

        var plain = visitor(new NewContextOptions().setJavaScriptEnabled(false));
        plain.navigate(address);
        assertThat(plain.locator("main")).containsText("UTC");
        assertThat(within(plain))
                .hasText("between %s and %s".formatted(inLondon(start), inLondon(start.plus(TOLERANCE))));
    }

    /** Within what time the planned one starts. */
    private static Locator within(Page page) {
        return page.locator("[id='%s'] [data-from]".formatted(PLANNED));
    }

    private static String inLondon(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm").format(moment.atZone(ZoneId.of("Europe/London")));
    }

    private void update(String key, String state, Duration ahead) {
        var happened = now.atOffset(ZoneOffset.UTC);
        var starts = happened.plus(ahead);
        database.sql("""
                        insert into status_update (intervention_key, client_code, instance_code, state, change_kind,
                            from_version, target_version, window_start, start_until, downtime_minutes, in_app, notice_at, happened_at, downtime_spent)
                        values (?, 'NORTHWIND', 'NORTHWIND-PRO', ?, 'VERSION_UPGRADE', '24.0.3', '24.1.0', ?, ?, 45, false, ?, ?, ?)""")
                .params(
                        key,
                        state,
                        starts,
                        starts.plus(TOLERANCE),
                        happened,
                        happened,
                        PublicState.valueOf(state).isBack() ? 32 : null)
                .update();
    }
}
