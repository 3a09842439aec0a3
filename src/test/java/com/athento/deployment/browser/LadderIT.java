package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.athento.deployment.process.Elements;
import com.microsoft.playwright.options.SelectOption;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
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
        assertThat(systems.field("Parameter in local_settings.py: search.fast")).hasValue("1");
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

        waitFor(walk.key(), Elements.WATCH_OVER_USERS);
        var reporter = support.opensStartForm("Report an incident");
        reporter.choosesStarting("Intervention", walk.key())
                .fills("What is wrong?", "Search times out")
                .chooses("Severity", "Major")
                .answers("Caused by the update", "Yes")
                .fills("Who reported it?", "Ana")
                .starts();
        var incident = walk.at("support", Elements.RESOLVE_INCIDENT, "Resolve the incident");
        incident.reads("Ways out").ticks("Feature flag switched off");
        assertThat(incident.form()).not().containsText("sign.enabled");
        assertRefused(incident.refusedBy("Complete"))
                .contains("Flags switched off: missing; say which of sign.enabled, search.fast was switched off");
        incident.ticks("Switched off just now: search.fast is “0” again");
        walk.look(incident, Elements.RESOLVE_INCIDENT);
        incident.completes();

        var page = person("support").page();
        page.navigate("/interventions/" + walk.key());
        assertThat(page.locator("section[aria-labelledby=flags] td strong"))
                .hasText(new String[] {"sign.enabled", "off", "search.fast", "0"});
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "ladder-page");
        page.setViewportSize(375, 812);
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "ladder-page-phone");
    }

    private static AbstractStringAssert<?> assertRefused(String sentence) {
        return Assertions.assertThat(sentence);
    }

    private static void names(Person requester) {
        requester.form().getByText("Add a flag").click();
        requester
                .chooses("Kind of flag", "Configuration variable")
                .fills("Name of the flag", "sign.enabled")
                .fills("State before", "off")
                .fills("State after the deployment", "on")
                .fills("How to switch it", "Admin, variables");
        requester.form().getByText("Add a flag").click();
        requester
                .form()
                .locator("select[name='Kind of flag 2']")
                .selectOption(new SelectOption().setLabel("Parameter in local_settings.py"));
        fill(requester, "State before of flag 2", "0");
        fill(requester, "State planned of flag 2", "1");
        fill(requester, "How to switch flag 2", "Edit, reload");
        fill(requester, "Name of flag 2", "sign.enabled");
        assertRefused(requester.refusedBy("Start"))
                .contains("Flags that guard it: 'sign.enabled' stands there twice; once is enough");
        fill(requester, "Name of flag 2", "search.fast");
    }

    private static void fill(Person requester, String field, String text) {
        requester.form().locator("input[name='%s']".formatted(field)).fill(text);
    }
}
