package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.athento.deployment.process.Elements;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A time that does not suit is told with the next ones that do; who needs it all the same asks for an exception. */
class SlotsIT extends InBrowser {

    @Test
    void aSlotIsTakenInTheFormAndWhatNeedsAnExceptionIsReadByBothTeams() {
        var support = person("support");
        var busy = tenAtNight(MADRID, 14)
                .with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY))
                .withHour(11);
        support.opensStartForm("Type-4 deployment");
        Walk.fillRequest(support, "ACME-UAT", "24.2.0", busy);
        support.reads("meets the client's working hours").reads("next slots: ");
        support.looks("slots-01-finding");
        var slot = slots(support).first();
        slot.click();
        assertThat(slot).hasAttribute("aria-pressed", "true");
        assertThat(support.form().getByText("meets the client's working hours")).hasCount(0);
        support.reads("The check finds nothing that stands in the way");
        support.looks("slots-02-taken");

        // The night does not suit them after all.
        support.fills("Start of the window", busy.toString());
        support.reads("ask for an exception");
        support.starts();
        var key = interventionOf("ACME-UAT");
        waitFor(key, Elements.REVISE_REQUEST);
        support.takes(key, "Revise the request").ticks("Ask for an exception.");
        support.fills("Reason for the exception", "Their own people want to watch");
        support.looks("slots-03-exception");
        support.completes();

        for (var team : List.of("product", "project")) {
            waitFor(key, "approve-" + team);
            var approver = person(team).takes(key, "Analyse and approve for " + team);
            approver.reads("meets the client's working hours").reads("Their own people want to watch");
            approver.looks("slots-04-approve-" + team);
        }
    }

    private static Locator slots(Person person) {
        return person.form()
                .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Next slots"))
                .getByRole(AriaRole.BUTTON);
    }
}
