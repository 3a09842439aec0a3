package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody finds a free evening, asks for it, and finds it taken. */
class PlanningIT extends InBrowser {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void aFreeEveningBecomesARequestAndThenAWindow() {
        var support = person("support");
        var page = support.page();
        var evening = tenAtNight(LONDON, 12);
        var month = "/planning?client=NORTHWIND&environment=PRO&day=" + evening.toLocalDate();

        page.navigate(month);
        assertThat(page.locator("#list")).containsText("No window lies in this time.");
        page.locator("#calendar td[data-date='%s']".formatted(evening.toLocalDate()))
                .click();
        support.form().waitFor();
        assertThat(support.field("Instance").locator("option:checked")).containsText("NORTHWIND-PRO");
        assertThat(support.field("Start of the window")).hasValue(evening.toString());

        Walk.fillRequest(support, "NORTHWIND-PRO", "24.2.0", evening);
        support.starts();
        var key = interventionOf("NORTHWIND-PRO");

        page.navigate(month);
        assertThat(window(page)).hasText("22:00NORTHWIND-PRO 24.2.0");
        assertThat(window(page)).hasClass(Pattern.compile("phase-APPROVAL.* at-risk"));
        assertThat(window(page)).hasAttribute("title", Pattern.compile("Northwind Logistics.*not agreed yet"));
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "planning-month");

        link(page, "Week").click();
        assertThat(window(page)).isVisible();
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "planning-week");

        link(page, "List").click();
        assertThat(page.locator("#list"))
                .containsText(Pattern.compile("22:00–22:45\\s*NORTHWIND-PRO 24.2.0 · Northwind Logistics"));
        ClientPage.assertIsAccessible(page);

        page.locator("#environment").selectOption("UAT");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Show").setExact(true))
                .click();
        assertThat(page.locator("#list")).not().containsText(key);

        page.navigate(month);
        window(page).click();
        assertThat(page.locator("h1")).hasText(key);
    }

    @Test
    void aKeyboardAndAPhoneHaveTheList() {
        var phone = visitor(new NewContextOptions().setLocale("es-ES").setViewportSize(375, 812));
        phone.navigate("/planning?day=2027-01-15");
        phone.fill("#username", "systems");
        phone.fill("#password", "demo");
        phone.click("form#login button[type=submit]");
        assertThat(phone.locator("#calendar .fc-daygrid-day")).not().hasCount(0);
        assertThat(phone.locator("h2#span")).hasText("enero de 2027");
        ClientPage.assertIsAccessible(phone);
        ClientPage.look(phone, "planning-telefono");

        var toList = phone.locator(".to-list a");
        while (!Boolean.TRUE.equals(toList.evaluate("link => link === document.activeElement"))) {
            phone.keyboard().press("Tab");
        }
        assertThat(toList).isInViewport();
        phone.keyboard().press("Enter");
        assertThat(phone.locator("#list")).isFocused();
    }

    private static Locator window(Page page) {
        return page.locator("#calendar a.fc-event");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
