package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the server refuses, as the person sees it. */
class RefusalIT extends InBrowser {

    @Test
    void sentenceIsShownWhatWasTypedStaysAndTheSecondTryGoesThrough() {
        var support = person("support").opensStartForm("Type-4 deployment");
        Walk.fillRequest(support, "INTERNAL-ECM", "9.9", tenAtNight(MADRID, 5));

        var sentence = support.refusedBy("Start");

        assertThat(sentence).startsWith("Target version: '9.9'").doesNotContain("ENGINE");
        assertThat(support.field("Reason").inputValue()).startsWith("Monthly upgrade");
        support.looks("refusal-01-start");
        support.fills("Target version", "9.11");
        support.starts();
        assertThat(interventionOf("INTERNAL-ECM")).endsWith("-INTERNAL-ECM");
    }

    @Test
    void whatARequestWouldGetIsShownBeforeItIsMade() {
        var support = person("support").opensStartForm("Type-4 deployment");
        Walk.fillRequest(support, "ANDES-PRO", "99.0", tenAtNight(BOGOTA, 1));

        support.reads("so the earliest start is").reads("the first number jumps");
        support.reads("would come back to you").looks("findings-01-before-the-start");
        support.fills("Target version", "1").reads("As it stands it would be refused.");
        support.fills("Target version", "99.0").answers("Feature flag", "Yes");
        support.reads("Then the request ends at once").reads("As it stands the request would end at once");
        support.field("How?").scrollIntoViewIfNeeded();
        support.looks("findings-02-feature-flag");
        assertThat(support.field("Target version")).hasCount(0);
        assertThat(support.field("Start of the window")).hasCount(0);
        assertThat(support.field("Plan")).hasCount(0);
        support.fills("How?", "Hide the field").starts();
        assertThat(interventionOf("ANDES-PRO")).endsWith("-ANDES-PRO");
    }

    @Test
    void everyFaultStandsAtItsFieldAndGoesAwayWithTheNextAttempt() {
        var support = person("support").opensStartForm("Type-4 deployment");
        Walk.fillRequest(support, "ANDES-UAT", "1", tenAtNight(MADRID, 5));
        support.fills("Unavailability in minutes", "61").fills("Link to the release notes", "notes");

        // While it is typed.
        support.reads("'1' is not higher than").reads("'61' is out of range");
        var sentence = support.refusedBy("Start");

        assertThat(sentence)
                .contains(
                        "Target version: '1' is not higher",
                        "Unavailability in minutes: '61' is out of range",
                        "Link to the release notes: 'notes' is not a web address");
        assertThat(support.form().locator(".fault")).hasCount(3);
        assertThat(support.field("Target version")).isInViewport();
        assertThat(support.field("Target version")).isFocused();
        support.looks("refusal-02-every-fault");

        support.fills("Target version", "99.0")
                .fills("Unavailability in minutes", "30")
                .fills("Link to the release notes", "https://example.com/notes");
        assertThat(support.form().locator(".fault")).hasCount(0);
        support.starts();
        assertThat(support.page().locator(".page-notifications .alert-danger:visible, .modal .alert-danger:visible"))
                .hasCount(0);
    }

    @Test
    void taskStaysOpenAndADoubleClickSendsOnce() {
        var walk = new Walk(this, "refusal")
                .requested(person("support"), "INTERNAL-SE", "24.3.0", tenAtNight(MADRID, 5))
                .approved();
        var project = walk.at("project", Elements.OBTAIN_CLIENT_CONSENT, "Obtain client consent");
        project.ticks("Another window")
                .fills("Start of the window that the client proposes", "2020-01-01T22:00")
                .fills("Who answered", "Ana Ruiz")
                .answers("How", "By mail");

        var sentence = project.refusedBy("Complete");

        walk.look(project, "complete");
        assertThat(sentence).startsWith("Start of the window that the client proposes: '2020-01-01T22:00'");
        assertThat(has(walk.key(), Elements.OBTAIN_CLIENT_CONSENT)).isTrue();
        assertThat(project.field("Who answered").inputValue()).isEqualTo("Ana Ruiz");

        var sent = new AtomicInteger();
        project.page().onRequest(request -> {
            if (request.url().endsWith("/submit-form")) {
                sent.incrementAndGet();
            }
        });
        project.ticks("Agreed");
        project.page()
                .waitForResponse(
                        response -> response.url().endsWith("/submit-form"),
                        () -> project.button("Complete").dblclick());
        waitForMails(walk.key());
        assertThat(has(walk.key(), Elements.OBTAIN_CLIENT_CONSENT)).isFalse();
        assertThat(sent).hasValue(1);
    }
}
