package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What somebody has typed stays theirs until they send it. */
class DraftsIT extends InBrowser {

    private static final String START = "Type-4 deployment";

    private final List<String> asked = new ArrayList<>();
    private final AtomicReference<Consumer<Dialog>> answer = new AtomicReference<>(Dialog::accept);

    @Test
    void aRequestInWorkSurvivesEscapeReloadAndLoginAndIsNobodyElses() {
        var support = person("support").opensStartForm(START);
        var page = support.page();
        page.setDefaultTimeout(60_000);
        support.answersDialogs(
                dialog -> {
                    asked.add(dialog.type());
                    answer.get().accept(dialog);
                });
        Walk.fillRequest(support, "INTERNAL-ECM", "9.11", tenAtNight(MADRID, 5));

        answer.set(Dialog::dismiss);
        page.keyboard().press("Escape");
        assertThat(support.field("Reason"))
                .hasValue("Monthly upgrade: <b>faster</b> search, ${x} and {{1+1}}");
        answer.set(Dialog::accept);
        page.keyboard().press("Escape");
        assertThat(asked).containsExactly("confirm", "confirm");
        assertThat(page.locator(".modal form[name=step]")).hasCount(0);

        support.opensStartForm(START);
        hasDraft(support);
        support.looks("draft-01-restored").fills("Plan", "Another plan");
        asked.clear();
        page.reload();
        assertThat(asked).containsExactly("beforeunload");

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
        assertThat(person.field("Reason"))
                .hasValue("Monthly upgrade: <b>faster</b> search, ${x} and {{1+1}}");
        assertThat(person.field("Start of the window")).not().hasValue("");
        assertThat(person.field("Target version")).hasValue("9.11");
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
