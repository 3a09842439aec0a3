package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What somebody has typed stays theirs until they send it. */
class DraftsIT extends InBrowser {

    private static final String START = "Type-4 deployment";

    private static final String REASON = "Monthly upgrade: <b>faster</b> search, ${x} and {{1+1}}";

    @Test
    void aRequestInWorkSurvivesEscapeReloadAndLoginAndIsNobodyElses() {
        var support = person("support").opensStartForm(START);
        var page = support.page();
        page.setDefaultTimeout(60_000);
        Walk.fillRequest(support, "INTERNAL-ECM", "9.11", tenAtNight(MADRID, 5));

        page.keyboard().press("Escape");
        assertThat(page.locator(".before-leaving")).isInViewport();
        assertThat(support.field("Reason")).hasValue(REASON);
        support.looks("draft-01-before-leaving").fills("Plan", "A better plan");
        assertThat(page.locator(".before-leaving")).hasCount(0);
        page.mouse().click(5, 500);
        assertThat(page.locator(".before-leaving")).isInViewport();
        page.keyboard().press("Escape");
        assertThat(page.locator(".modal")).hasCount(0);

        support.opensStartForm(START);
        hasDraft(support);
        support.looks("draft-02-restored").fills("Plan", "Another plan");
        hasKept(page, "Another plan");
        page.reload();

        logsIn(page, "product");
        support.opensStartForm(START);
        assertThat(support.field("Reason")).hasValue("");
        assertThat(support.form()).not().containsText("This is your draft");

        logsIn(page, "support");
        support.opensStartForm(START);
        hasDraft(support);
        assertThat(support.field("Plan")).hasValue("Another plan");
        support.starts();

        support.opensStartForm(START);
        assertThat(support.field("Reason")).hasValue("");
    }

    private static void hasDraft(Person person) {
        person.reads("This is your draft of");
        assertThat(person.field("Instance")).not().hasValue("");
        assertThat(person.field("Reason")).hasValue(REASON);
        assertThat(person.field("Start of the window")).not().hasValue("");
        assertThat(person.field("Target version")).hasValue("9.11");
    }

    /** A moment after it was typed. */
    private static void hasKept(Page page, String text) {
        page.waitForFunction("text => Object.values(localStorage).some(kept => kept.includes(text))", text);
    }

    /** The session has ended; the browser is the same. */
    private static void logsIn(Page page, String account) {
        page.navigate("about:blank");
        page.context().clearCookies();
        page.navigate("/login");
        page.fill("#username", account);
        page.fill("#password", "demo");
        page.click("form#login button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
