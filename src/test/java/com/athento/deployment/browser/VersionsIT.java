package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Versions of the product: offered where one is asked for, proven or not, and what became of each. */
class VersionsIT extends InBrowser {

    @Test
    void aVersionIsOfferedFillsInWhatIsKnownOfItAndShowsItsPassport() {
        var support = person("support");
        Walk.fillRequest(support.opensStartForm("Type-4 deployment"), "ANDES-PRO", "9.11.0", tenAtNight(BOGOTA, 5));
        var page = support.page();
        assertThat(page.locator("#offered-versions option")).hasCount(2);
        support.reads("Version ECM 9.11.0 is not proven");
        support.looks("versions-01-not-proven");

        // What somebody wrote stays; what stands there by itself goes with the version.
        support.fills("Link to the release notes", "");
        support.fills("Target version", "9.10.0");
        assertThat(support.field("Link to the release notes")).hasValue("https://docs.athento.example/ecm/9.10.0");
        assertThat(support.form().getByText("is not proven")).hasCount(0);
        support.looks("versions-02-proven");

        var walk = new Walk(this, "versions").requested(support, "ANDES-PRO", "9.10.0", tenAtNight(BOGOTA, 5));
        var product = walk.analyses("product");
        product.reads("Kept on 2 instances since 2026-11-02; never rolled back");
        // Both on the client's clock; Madrid's is not the same.
        product.reads("22:00, starts until 22:30 (UTC-05:00, America/Bogota)");
        product.looks("versions-03-approve");
        var way = product.form().getByText("the passport of the version");
        var passport = product.page().waitForPopup(way::click);
        assertThat(passport.getByRole(
                        AriaRole.HEADING, new GetByRoleOptions().setName("Passport of version ECM 9.10.0")))
                .isVisible();
        isRight(passport);

        passport.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("All versions"))
                .click();
        assertThat(passport.getByText("SE 24.2.0")).isVisible();
        isRight(passport);
        passport.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Español"))
                .click();
        assertThat(passport.getByText("Publicada")).isVisible();
        isRight(passport);
        // The account keeps the choice, and other tests log in with it.
        passport.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("English"))
                .click();
        assertThat(passport.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Español")))
                .isVisible();
    }

    private static void isRight(Page page) {
        for (var width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            var needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            assertThat(needed).isLessThanOrEqualTo(width);
        }
    }
}
