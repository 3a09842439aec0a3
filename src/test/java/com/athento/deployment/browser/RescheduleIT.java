package com.athento.deployment.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

/** The plan changes when the client had been told, and its people sit in another zone. */
class RescheduleIT extends InBrowser {

    @Test
    void windowMovesAndTheClientIsAskedAgain() {
        var window = tenAtNight(MADRID, 6);
        var support = person("support", BOGOTA);
        var walk = new Walk(this, "reschedule").requested(support, "ACME-QA", "24.2.0", window);
        assertThat(moment(walk.key(), "windowStart"))
                .isEqualTo(window.atZone(MADRID).toInstant());
        walk.approved().agreed();
        waitForMails(walk.key());

        var project = person("project").opensStartForm("Change an intervention");
        project.choosesStarting("Intervention", walk.key())
                .ticks("Reschedule.")
                .fills("Reason", "The client has an audit that night");
        walk.look(project, "change-intervention");
        project.starts();

        waitFor(walk.key(), Elements.REVISE_REQUEST);
        support.takes(walk.key(), "Revise the request").ticks("Change the request.");
        assertThat(support.form().innerText()).contains("The client has an audit that night");
        assertThat(support.field("Start of the window").inputValue()).isEqualTo(window.toString());
        support.fills("Start of the window", tenAtNight(MADRID, 1).toString());
        support.reads("so the earliest start is").reads("change it here, or ask for an exception");
        walk.look(support, "revise-request-findings");
        support.fills("Unavailability in minutes", "61").reads("'61' is out of range");
        support.fills("Unavailability in minutes", "30");
        var later = window.plusDays(2);
        support.fills("Start of the window", later.toString());
        support.reads("The check finds nothing that stands in the way");
        walk.look(support, Elements.REVISE_REQUEST);
        support.completes();

        walk.agreed();
        waitForMails(walk.key());
        assertThat(moment(walk.key(), "windowStart"))
                .isEqualTo(later.atZone(MADRID).toInstant());
        assertThat(mailsOf(walk.key()))
                .contains("change-for-contact to INFORMED_CONTACT")
                .endsWith(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES");
    }

    @Test
    void theNewWindowIsNamedInTheSameStep() {
        var window = tenAtNight(MADRID, 6);
        var later = window.plusDays(2);
        var walk = new Walk(this, "reschedule-at-once").requested(person("support"), "ACME-QA", "24.2.0", window);
        walk.approved().agreed();
        waitForMails(walk.key());

        var project = person("project", BOGOTA).opensStartForm("Change an intervention");
        project.choosesStarting("Intervention", walk.key())
                .ticks("Reschedule.")
                .fills("Start of the new window", window.minusDays(90).toString());
        PlaywrightAssertions.assertThat(project.form().locator(".has-error")).containsText("is in the past");
        project.fills("Start of the new window", later.toString())
                .fills("Reason", "The client has an audit that night");
        walk.look(project, "change-intervention");
        project.starts();

        waitFor(walk.key(), Elements.OBTAIN_CLIENT_CONSENT);
        walk.agreed();
        waitForMails(walk.key());
        assertThat(moment(walk.key(), "windowStart"))
                .isEqualTo(later.atZone(MADRID).toInstant());
        assertThat(mailsOf(walk.key()))
                .filteredOn(mail -> !mail.contains("COLLEAGUES"))
                .containsExactly(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT");
    }

    @Test
    void theClientsProposalIsTakenByOneButton() {
        var window = tenAtNight(MADRID, 6);
        var proposed = window.plusDays(2);
        var walk = new Walk(this, "proposal").requested(person("support", BOGOTA), "ACME-QA", "24.2.0", window);
        walk.approved();
        waitForMails(walk.key());
        var project = person("project").takes(walk.key(), "Obtain client consent");
        project.ticks("Another window")
                .fills("Start of the window", proposed.toString())
                .fills("Who answered", "Ana Ruiz")
                .answers("How", "By phone");
        project.completes();

        waitFor(walk.key(), Elements.REVISE_REQUEST);
        var support = person("support", BOGOTA).takes(walk.key(), "Revise the request");
        var proposal = support.form().locator("#proposal");
        PlaywrightAssertions.assertThat(proposal)
                .containsText(proposed.toString().replace('T', ' '));
        PlaywrightAssertions.assertThat(proposal).containsText("16:00 your time");
        walk.look(support, Elements.REVISE_REQUEST);
        support.sends("Take the proposal");

        waitForMails(walk.key());
        assertThat(moment(walk.key(), "windowStart"))
                .isEqualTo(proposed.atZone(MADRID).toInstant());
        assertThat(mailsOf(walk.key()))
                .filteredOn(mail -> !mail.contains("COLLEAGUES"))
                .containsExactly("consent-request to CONTACT", "window-confirmed to CONTACT");
    }

    @Test
    void aProposalThatCannotBeTakenIsRefusedInTheForm() {
        var window = tenAtNight(MADRID, 6);
        var walk = new Walk(this, "proposal-refused").requested(person("support"), "ACME-QA", "24.2.0", window);
        walk.approved();
        waitForMails(walk.key());
        var project = person("project").takes(walk.key(), "Obtain client consent");
        project.ticks("Another window")
                .fills("Start of the window", window.minusDays(1).toString())
                .fills("Who answered", "Ana Ruiz")
                .answers("How", "By phone");
        project.completes();
        waitFor(walk.key(), Elements.REVISE_REQUEST);
        walk.minutesLater(6 * 24 * 60);

        var support = person("support").takes(walk.key(), "Revise the request");

        assertThat(support.refusedBy("Take the proposal")).contains("is in the past");
        waitFor(walk.key(), Elements.REVISE_REQUEST);
    }
}
