package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.athento.deployment.process.Elements;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** A manager freezes what the client has agreed to already, sees whom it hits, and lets it go again. */
class FreezesIT extends InBrowser {

    @Test
    void aFreezeThatComesLaterHoldsTheStartUntilItIsEnded() {
        var window = tenAtNight(MADRID, 6);
        var walk = new Walk(this, "freeze")
                .requested(person("support"), "ACME-UAT", "24.2.0", window)
                .approved()
                .agreed();

        var page = person("manager").page();
        page.navigate("/freezes");
        page.getByText("New freeze").click();
        makes(page, "Auditors in the house", window.minusHours(2), window.minusHours(3));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("until:");
        assertThat(page.getByLabel("Name")).hasValue("Auditors in the house");
        ClientPage.assertIsAccessible(page);
        makes(page, "Auditors in the house", window.minusHours(2), window.plusDays(1));
        assertThat(page.locator("section[aria-labelledby=hits] .key")).hasText(walk.key());
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "freeze-01-whom-it-hits");
        var freeze = page.url();

        page.locator("section[aria-labelledby=hits] .key").click();
        assertThat(page.locator(".note.bad").first()).containsText("Auditors in the house");
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "freeze-02-intervention");
        page.navigate("/planning?client=ACME&day=" + window.toLocalDate());
        assertThat(page.locator("#list")).containsText("Auditors in the house");
        ClientPage.look(page, "freeze-03-planning");
        page.setViewportSize(375, 812);
        ClientPage.look(page, "freeze-03-planning-phone");
        page.navigate("/freezes");
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "freeze-04-phone");

        walk.windowOpened();
        var systems = walk.at("systems", Elements.START_DEPLOYMENT, "Start the deployment");
        systems.reads("Frozen: Auditors in the house");
        systems.looks("freeze-05-start");

        page.navigate(freeze);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("End it now"))
                .click();
        assertThat(page.getByText("Ended by")).isVisible();
        systems.goesOn(walk.key(), "Start the deployment").ticks("Start now").completes();
        waitFor(walk.key(), Elements.DEPLOY);
    }

    private static void makes(Page page, String name, LocalDateTime from, LocalDateTime until) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Reason").fill("Nobody may touch the accounts");
        page.getByLabel("Whom to ask").fill("Marta, extension 17");
        page.getByLabel("Clients").selectOption("ACME");
        page.getByLabel("Begins").fill(from.toString());
        page.getByLabel("Ends").fill(until.toString());
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Make the freeze"))
                .click();
    }
}
