package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import org.junit.jupiter.api.Test;

/** The start is put off, and later not even the rollback works. */
class RecoveryIT extends InBrowser {

    @Test
    void postponedStartMovesTheWindowAndABrokenInstanceIsRecovered() {
        var before = versionOf("ACME-UAT");
        var window = tenAtNight(MADRID, 5);
        var walk = new Walk(this, "recovery")
                .requested(person("support"), "ACME-UAT", "24.2.0", window)
                .approved()
                .agreed()
                .windowOpened();

        var systems = walk.at("systems", Elements.START_DEPLOYMENT, "Start the deployment");
        systems.ticks("Postpone.").fills("Reason *", "The data centre has no power");
        walk.look(systems, "postpone");
        systems.completes();

        var support = walk.at("support", Elements.REVISE_REQUEST, "Revise the request");
        support.ticks("Change the request.");
        assertThat(support.form()).containsText("The deployment was postponed.");
        assertThat(support.form()).containsText("The data centre has no power");
        support.reads("Next slots")
                .fills("Start of the window", window.plusDays(3).toString())
                .reads("is being checked");
        var meanwhile = support.button("Complete").boundingBox().y;
        support.reads("The check finds nothing that stands in the way");
        assertThat(support.button("Complete").boundingBox().y)
                .as("what moves as it is pressed takes no press")
                .isEqualTo(meanwhile);
        walk.look(support, Elements.REVISE_REQUEST);
        support.completes();

        walk.agreed().windowOpened().started().deployed().tested(100, 79, 21);
        systems = walk.at("systems", Elements.ROLL_BACK, "Roll back to the previous version");
        systems.ticks("Neither").fills("Notes", "The snapshot is damaged");
        walk.look(systems, Elements.ROLL_BACK);
        systems.completes();

        var manager = walk.at("manager", Elements.RECOVER_INSTANCE, "Recover the instance");
        manager.ticks("The previous one").fills("What was done", "Restored from the backup");
        walk.look(manager, Elements.RECOVER_INSTANCE);
        manager.completes();

        waitFor(walk.key(), Elements.CLOSE_INTERVENTION);
        assertThat(value(walk.key(), "outcome")).isEqualTo("ROLLED_BACK");
        assertThat(versionOf("ACME-UAT")).isEqualTo(before);
        waitForMails(walk.key());
        assertThat(mailsOf(walk.key())).contains("recovery-call to MANAGERS");
    }
}
