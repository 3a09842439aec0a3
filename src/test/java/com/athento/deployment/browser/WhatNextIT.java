package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever has sent something reads what it has led to. */
class WhatNextIT extends InBrowser {

    @Test
    void everyStepSaysWhatHappenedAndWhoIsNextAndLeadsToTheIntervention() {
        var support = person("support");
        var walk = new Walk(this, "next").requested(support, "INTERNAL-SE", "24.3.0", tenAtNight(MADRID, 5));

        says(support, walk.key() + " was requested. Next: ");
        says(support, "Analyse and approve for product (Product)");
        support.looks("next-02-requested");

        var product = walk.analyses("product");
        var way = product.page().locator(".own-intervention");
        assertThat(way).hasText(walk.key());
        assertThat(product.page().locator(".instance-link:visible")).hasCount(0);
        walk.approves(product, "Low");
        says(product, "Analyse and approve for product of " + walk.key() + " is done. Next: ");
        says(product, "Analyse and approve for project (Project)");
        product.looks("next-03-approved");
        said(product).getByText(walk.key()).click();
        assertThat(product.page()).hasURL(Pattern.compile(".*/interventions/" + walk.key()));

        support.opensStartForm("Change an intervention")
                .choosesStarting("Intervention", walk.key())
                .ticks("Reschedule")
                .fills("Reason", "The office moves")
                .starts();
        says(support, walk.key() + " is being rescheduled. ");
    }

    private static Locator said(Person person) {
        return person.page().locator(".page-notifications .alert-success").last();
    }

    private static void says(Person person, String text) {
        assertThat(said(person)).containsText(text, new ContainsTextOptions().setTimeout(60_000));
    }
}
