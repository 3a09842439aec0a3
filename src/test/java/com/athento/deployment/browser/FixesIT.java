package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Elements;
import com.athento.deployment.record.Examples;
import com.athento.deployment.register.Patch;
import com.athento.deployment.register.Register;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fixes on an instance are answered before a version takes them away, and QA sees to those that come again. */
class FixesIT extends InBrowser {

    private static final String INSTANCE = "ACME-QA";
    private static final String HAND_MADE = "INT-2026-0900-ACME-QA";

    @Autowired
    Register register;

    @Autowired
    JdbcClient database;

    @AfterEach
    void withoutFixes() {
        database.sql("delete from instance_patch where instance_code = ? and intervention_key = ?")
                .params(INSTANCE, HAND_MADE)
                .update();
    }

    @Test
    void noFixIsLostBetweenTheRequestAndTheClosingMail() {
        patch("SE-3128", "Sorts by name");
        patch("HF-31", "The index finds accents");
        patch("HF-32", null);

        var support = person("support");
        Walk.fillRequest(support.opensStartForm("Type-4 deployment"), INSTANCE, "24.2.0", tenAtNight(MADRID, 5));
        support.reads("What becomes of the fixes on the instance?").reads("(as product says of the version)");
        assertThat(radio(support, "SE-3128", "CONTAINED")).isChecked();
        support.answers("Fix HF-31", "It is applied again");
        support.reads("Version 24.2.0 would take HF-32 from ACME-QA");
        support.looks("fixes-01-request");

        var walk = new Walk(this, "fixes").requested(support, INSTANCE, "24.2.0", tenAtNight(MADRID, 5));
        var revises = walk.at("support", Elements.REVISE_REQUEST, "Revise the request");
        revises.reads("Version 24.2.0 would take HF-32 from ACME-QA").ticks("Change the request.");
        assertThat(radio(revises, "HF-31", "REAPPLIED")).isChecked();
        revises.answers("Fix HF-32", "It is given up");
        revises.reads("The check finds nothing that stands in the way.");
        walk.look(revises, "revise");
        revises.completes();

        var product = walk.analyses("product");
        product.reads("Fixes on the instance").reads("is applied again").reads("is given up");
        walk.approves(product, "Low");
        walk.approves(walk.analyses("project"), "Medium");
        walk.agreed().windowOpened().started().deployed();

        var qa = walk.at("qa", Elements.RUN_QA_BATTERY, "Run the QA battery");
        qa.fills("Tests in the battery", "100").fills("Passed", "100").ticks("Yes: open ones");
        qa.reads("Fixes applied again");
        assertThat(qa.refusedBy("Complete"))
                .contains("Fixes applied again: HF-31 is to be applied again and nobody has confirmed it");
        walk.look(qa, "unconfirmed");
        qa.form().locator("input[name='Fix HF-31']").check();
        walk.look(qa, Elements.RUN_QA_BATTERY);
        qa.completes();

        waitFor(walk.key(), Elements.WATCH_OVER_USERS);
        assertThat(register.patchesOnTopOf(new Version("24.1"), INSTANCE))
                .extracting(Patch::reference)
                .containsExactly("HF-31");
        var page = person("support").page();
        page.navigate("/interventions/" + walk.key());
        assertThat(page.locator("section[aria-labelledby=fixes]")).containsText("The index finds accents");
        assertThat(page.locator("section[aria-labelledby=revisions]")).containsText("Fix HF-32");
        assertThat(page.locator("section[aria-labelledby=qa]")).containsText("seen to: HF-31 applied again");
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "fixes-page");
    }

    private static Locator radio(Person person, String fix, String answer) {
        return person.form().locator("input[name='Fix %s'][value=%s]".formatted(fix, answer));
    }

    private void patch(String reference, String notes) {
        register.addPatch(INSTANCE, HAND_MADE, now().minus(Duration.ofDays(20)), Examples.patch(reference, notes));
    }
}
