package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A manager watches what the teams do. */
class CockpitIT extends InBrowser {

    @Test
    void managerSeesWhereAnInterventionStandsAndWhomItWaitsFor() {
        var walk = new Walk(this, "cockpit").requested(person("support"), "ANDES-PRO", "9.10.0", tenAtNight(BOGOTA, 5));
        var manager = person("manager");
        var page = manager.page();

        page.navigate("/camunda/app/cockpit/default/#/processes");
        link(page, "Type-4 deployment").click();
        var row = page.locator("tr").filter(new FilterOptions().setHasText(walk.key()));
        assertThat(row).isVisible();
        assertThat(page.locator(".djs-container").first()).isVisible();
        walk.look(manager, "process");

        row.locator("a[href*='process-instance/']").first().click();
        assertOpensAtAReadableSize(page.locator("[data-element-id=approve-product]"));
        link(page, "Intervention").click();
        assertThat(page.locator(".holdups")).containsText("Analyse and approve for product");
        walk.look(manager, "instance");

        link(page, "Interventions").click();
        assertThat(link(page, walk.key())).isVisible();
        walk.look(manager, "board");

        button(page, "Español").click();
        assertThat(link(page, "Procesos")).isVisible();
        assertThat(page.locator(".interventions-board")).containsText("Aprobación (1)");
        assertThat(link(page, walk.key())).isVisible();
        walk.look(manager, "tablero");

        button(page, "English").click();
        assertThat(link(page, "Processes")).isVisible();
    }

    /** A task is a hundred units wide; its label can be read from about 0.9 of that on. */
    private static void assertOpensAtAReadableSize(Locator task) {
        task.page().waitForCondition(() -> {
            var box = task.boundingBox();
            return box != null && box.width > 85;
        });
        assertThat(task).isInViewport();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
