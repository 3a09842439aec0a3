package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** A request in a hurry, and a client who does not answer. */
class SilenceIT extends InBrowser {

    @Test
    void exceptionIsReadByTheApproversAndSilenceNeedsADecision() {
        var soon = LocalDateTime.ofInstant(now(), BOGOTA).plusHours(30).truncatedTo(ChronoUnit.HOURS);
        var walk = new Walk(this, "silence").requested(person("support"), "ANDES-UAT", "9.10.1", soon);

        var support = walk.at("support", Elements.REVISE_REQUEST, "Revise the request");
        support.ticks("Ask for an exception.")
                .fills("Reason for the exception", "The bank <b>closes</b> its year on Friday");
        walk.look(support, Elements.REVISE_REQUEST);
        support.completes();

        var product = walk.analyses("product");
        assertThat(product.form()).containsText("Exception asked for: The bank <b>closes</b> its year on Friday");
        assertThat(product.form()).containsText("the procedure wants 48 h");
        walk.approves(product, "Low");
        walk.approves(walk.analyses("project"), "High");

        waitFor(walk.key(), Elements.OBTAIN_CLIENT_CONSENT);
        advanceTo(moment(walk.key(), "consentDeadline"));
        var project = walk.at("project", Elements.DECIDE_WITHOUT_ANSWER, "Reschedule or cancel");
        project.reads("Still needed: What shall happen, Reason.");
        walk.look(project, "missing");
        project.ticks("Reschedule").fills("Reason", "Nobody is in the office");
        walk.look(project, Elements.DECIDE_WITHOUT_ANSWER);
        project.completes();

        support = walk.at("support", Elements.REVISE_REQUEST, "Revise the request");
        assertThat(support.form()).containsText("The client did not answer.");
        assertThat(support.form()).containsText("Nobody is in the office");
        walk.look(support, "revise-after-silence");
    }
}
