package com.athento.deployment.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Users find what the battery did not. */
class IncidentIT extends InBrowser {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void incidentDuringSupportEndsInARollback() {
        var before = versionOf("NORTHWIND-PRO");
        var walk = new Walk(this, "incident")
                .requested(person("support"), "NORTHWIND-PRO", "24.2.0", tenAtNight(LONDON, 5))
                .approved()
                .agreed()
                .windowOpened()
                .started();
        // Madrid reads it.
        walk.at("systems", Elements.DEPLOY, "Deploy").reads("45 minutes: until 22:45 (Europe/London), 23:45 your time");
        walk.deployed().tested(40, 40, 0);
        waitFor(walk.key(), Elements.WATCH_OVER_USERS);

        var qa = person("qa").opensStartForm("Report an incident");
        qa.choosesStarting("Intervention", walk.key())
                .fills("What is wrong?", "Labels **print** <i>twice</i>")
                .chooses("Severity", "Blocker")
                .answers("Caused by the update", "Yes")
                .fills("Who reported it?", "Grace Hill");
        walk.look(qa, "report-incident");
        qa.starts();

        var support = walk.at("support", Elements.RESOLVE_INCIDENT, "Resolve the incident");
        PlaywrightAssertions.assertThat(support.form()).containsText("Labels **print** <i>twice</i>");
        support.ticks("Roll back").fills("Notes", "The warehouse stands still");
        walk.look(support, Elements.RESOLVE_INCIDENT);
        support.completes();

        var manager = walk.at("manager", Elements.CONFIRM_ROLLBACK, "Confirm the rollback");
        PlaywrightAssertions.assertThat(manager.form())
                .containsText("Labels **print** <i>twice</i> (Blocker), reported by Grace Hill; caused by the update.");
        PlaywrightAssertions.assertThat(manager.form()).containsText("Rollback asked for by Sara Soto");
        PlaywrightAssertions.assertThat(manager.form()).containsText("The warehouse stands still");
        manager.ticks("Yes: roll back now");
        walk.look(manager, Elements.CONFIRM_ROLLBACK);
        manager.completes();

        walk.rolledBack().closed();
        assertThat(outcomeOf(walk.key())).isEqualTo("ROLLED_BACK");
        assertThat(versionOf("NORTHWIND-PRO")).isEqualTo(before);
    }
}
