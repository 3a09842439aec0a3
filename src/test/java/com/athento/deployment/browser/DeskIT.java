package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsFocusedOptions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Tasklist says before anybody opens a form. */
class DeskIT extends InBrowser {

    private static final String APPROVE = "Analyse and approve for product";
    private static final double PATIENCE = 60000;

    /** What Tasklist does with a form after a claim, sometimes late. */
    private static final String DRAWN_AGAIN = """
            () => {
              const pane = document.querySelector('.form-pane form[name=step]').parentElement;
              document.activeElement.blur();
              pane.classList.add('disabled-form');
              setTimeout(() => pane.classList.remove('disabled-form'));
            }""";

    @Test
    void listsCountAndNameWhatWaitsByTheClockOfTheServer() {
        var walk = new Walk(this, "desk");
        var asks = person("support").opensStartForm("Type-4 deployment");
        assertThat(asks.form().locator("select[name=Instance]")).isFocused(slowly());
        walk.requested(person("support"), "ACME-UAT", "24.2.0", tenAtNight(MADRID, 12));

        var product = person("product").opensTasklist();
        var card = product.card(walk.key(), APPROVE);
        card.waitFor();
        assertThat(list(product, "To do")).hasClass(Pattern.compile("active"));
        assertThat(list(product, "My team's tasks").locator(".count")).hasText(Pattern.compile("\\([1-9]\\d*\\)"));
        assertThat(list(product, "Overdue").locator(".count")).hasText(Pattern.compile("\\(\\d+\\)"));
        assertThat(card).containsText(Pattern.compile("Due\\s+in 1[12] days"));
        assertThat(card.locator(".priority")).isHidden();

        card.locator("h4 a").click();
        assertThat(product.page().locator(".how-to-begin")).containsText("Claim");
        assertThat(product.form()).containsText("Sara Soto, revision 1");

        product.page().locator("button.claim").click();
        assertThat(product.page().locator(".how-to-begin")).isHidden();
        var first = product.form().locator("input[name=Risk]").first();
        assertThat(first).isFocused(slowly());
        walk.look(product, "claimed");
        product.page().evaluate(DRAWN_AGAIN);
        assertThat(first).isFocused(slowly());
        var words = product.field("Reason, in one sentence");
        words.click();
        product.page().keyboard().type("Tried on our own");

        var colleague = person("product2").opensTasklist();
        colleague.page().navigate("/go/task/" + taskShownTo(product));
        assertThat(colleague.page().locator(".how-to-begin")).containsText("Paula Prado has taken this task");
        assertThat(colleague.page().locator(".meta .assignee")).containsText("Paula Prado");
        walk.look(colleague, "taken");

        advance(Duration.ofDays(9));

        assertThat(card)
                .containsText(Pattern.compile("Due\\s+in [23] days"), new ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(words).isFocused();
        assertThat(words).hasValue("Tried on our own");
    }

    private static IsFocusedOptions slowly() {
        return new IsFocusedOptions().setTimeout(PATIENCE);
    }

    private static String taskShownTo(Person person) {
        return person.page().url().replaceAll(".*[?&]task=([^&]+).*", "$1");
    }

    private static Locator list(Person person, String name) {
        return person.page().locator(".task-filter").filter(new Locator.FilterOptions().setHasText(name));
    }
}
