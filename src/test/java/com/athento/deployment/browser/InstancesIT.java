package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever plans finds the instance that should be brought up to date next, reads why, and asks for it. */
class InstancesIT extends InBrowser {

    @Test
    void theBoardSaysWhyAnInstanceIsNextAndLeadsToItsRequest() {
        var support = person("support");
        var page = support.page();
        page.navigate("/instances");
        assertThat(page.getByText(Pattern.compile("releases? behind")).first()).isVisible();
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "instances");
        page.setViewportSize(375, 812);
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "instances-phone");
        page.setViewportSize(1600, 1000);

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^Request")))
                .first()
                .click();
        support.form().waitFor();
        assertThat(support.field("Instance")).not().hasValue("");
    }
}
