package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasClassOptions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One test short of the gate: the version goes back. */
class RollbackIT extends InBrowser {

    private static final double PATIENCE = 60000;

    @Test
    void failedBatteryLeadsBackToThePreviousVersion() {
        var before = versionOf("ACME-UAT");

        var walk = new Walk(this, "rollback")
                .requested(person("support"), "ACME-UAT", "24.2.0", tenAtNight(MADRID, 5))
                .approved()
                .agreed()
                .windowOpened()
                .started()
                .minutesLater(11)
                .deployed()
                .tested(100, 79, 21);
        var systems = walk.at("systems", Elements.ROLL_BACK, "Roll back to the previous version");
        tellsWhyAndHowToGoBack(systems.form());
        theHourCountsWhileTheFormIsOpen(systems.form());
        walk.rolledBack().closed();

        assertThat(outcomeOf(walk.key())).isEqualTo("ROLLED_BACK");
        assertThat(versionOf("ACME-UAT")).isEqualTo(before);
    }

    private static void tellsWhyAndHowToGoBack(Locator form) {
        assertThat(form).containsText("79 of 100 tests passed; 80 % are asked for.");
        assertThat(form).containsText("Restore the snapshot of the machine");
        assertThat(form).containsText("after it a rollback no longer fits into the hour");
        assertThat(form.locator("a[href^='tel:']").first()).isVisible();
        assertThat(form.locator("a[href^='mailto:']").first()).isVisible();
        form.getByText("What was before").click();
        assertThat(form).containsText("Deploy: deployed.");
        assertThat(form).containsText("Took eleven minutes");
    }

    private void theHourCountsWhileTheFormIsOpen(Locator form) {
        var hour = form.locator("[role=timer]");
        assertThat(hour).containsText(Pattern.compile("[34]\\d of the hour's 60 min are left"));

        advance(Duration.ofMinutes(55));

        assertThat(hour).hasClass(Pattern.compile("alert-danger"), new HasClassOptions().setTimeout(PATIENCE));
        assertThat(hour).containsText(Pattern.compile("The hour was over \\d+ min ago"));
        assertThat(hour).containsText("A rollback no longer fits into it.");
    }
}
