package com.athento.deployment.browser;

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

        assertThat(sentence).startsWith("targetVersion: '9.9'").doesNotContain("ENGINE");
        assertThat(support.field("Reason").inputValue()).startsWith("Monthly upgrade");
        support.looks("refusal-01-start");
        support.fills("Target version", "9.11");
        support.starts();
        assertThat(interventionOf("INTERNAL-ECM")).endsWith("-INTERNAL-ECM");
    }

    @Test
    void taskStaysOpenAndADoubleClickSendsOnce() {
        var walk =
                new Walk(this, "refusal")
                        .requested(
                                person("support"), "INTERNAL-SE", "24.3.0", tenAtNight(MADRID, 5))
                        .approved();
        var project = walk.at("project", Elements.OBTAIN_CLIENT_CONSENT, "Obtain client consent");
        project.ticks("Another window")
                .fills("Start of the window that the client proposes", "2020-01-01T22:00")
                .fills("Who answered", "Ana Ruiz")
                .answers("How", "By mail");

        var sentence = project.refusedBy("Complete");

        walk.look(project, "complete");
        assertThat(sentence).startsWith("proposedWindowLocal: '2020-01-01T22:00'");
        assertThat(has(walk.key(), Elements.OBTAIN_CLIENT_CONSENT)).isTrue();
        assertThat(project.field("Who answered").inputValue()).isEqualTo("Ana Ruiz");

        var sent = new AtomicInteger();
        project.page()
                .onRequest(
                        request -> {
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
