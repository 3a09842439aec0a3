package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.athento.deployment.process.Elements;
import org.junit.jupiter.api.Test;

/** A flag guards the change: it is named, set, and the first way out at the gate and in support. */
class LadderIT extends InBrowser {

    @Test
    void flagIsTheFirstWayOutAndARungThatNoLongerFitsIsClosed() {
        var support = person("support");
        var walk = new Walk(this, "ladder")
                .requested(support, "ACME-UAT", "24.2.0", tenAtNight(MADRID, 5), LadderIT::names);
        var product = walk.analyses("product");
        product.reads("sign.enabled: off → on").reads("Medium");
        walk.look(product, "approve");
        walk.approves(product, "Low");
        walk.approves(walk.analyses("project"), "Medium");
        walk.agreed().windowOpened().started();

        var systems = walk.at("systems", Elements.DEPLOY, "Deploy");
        systems.ticks("Deployed").reads("Planned: on, before: off.");
        assertThat(systems.field("Configuration variable: sign.enabled")).hasValue("on");
        walk.look(systems, Elements.DEPLOY);
        systems.completes();
        walk.minutesLater(30).tested(100, 90, 10);

        var gate = walk.at("product", Elements.ACCEPT_OR_HOTFIX, "Accept or hotfix");
        gate.reads("Ways out").reads("fits until").reads("How: Admin, variables");
        walk.look(gate, Elements.ACCEPT_OR_HOTFIX);
        walk.minutesLater(15);
        gate.reads("the hour does not leave them any more");
        gate.ticks("Switched off just now: sign.enabled is “off” again").ticks("Accept.");
        walk.look(gate, "closed");
        gate.completes();

        var page = person("support").page();
        page.navigate("/interventions/" + walk.key());
        assertThat(page.locator("section[aria-labelledby=flags]")).containsText("sign.enabled");
        assertThat(page.locator("section[aria-labelledby=flags] td strong").last())
                .hasText("off");
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "ladder-page");
        page.setViewportSize(375, 812);
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "ladder-page-phone");
    }

    private static void names(Person requester) {
        requester.form().getByText("Add a flag").click();
        requester
                .chooses("Kind of flag", "Configuration variable")
                .fills("Name of the flag", "sign.enabled")
                .fills("State before", "off")
                .fills("State after the deployment", "on")
                .fills("How to switch it", "Admin, variables");
    }
}
