package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.athento.deployment.process.Elements;
import com.athento.deployment.qa.testrail.FakeTestRail;
import com.athento.deployment.security.Visit;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * QA takes the figures from TestRail: what it offers, what it looks up, what it may not take, and what goes on without
 * it.
 */
class FromTestRailIT extends InBrowser {

    @LocalServerPort
    private int port;

    @BeforeEach
    void register() {
        Visit.by("admin", port)
                .put(
                        "/api/instances/" + IN_TEST_RAIL,
                        "{\"client\":\"ACME\",\"environment\":\"UAT\",\"line\":\"SE\",\"version\":\"24.1.0\"}")
                .isFine();
    }

    @Test
    void theFiguresOfABatteryComeFromTestRailAndByHandWhereItDoesNotAnswer() {
        var fake = new FakeTestRail(new WireMock(TEST_RAIL), 3);
        var walk = new Walk(this, "testrail")
                .requested(person("support"), IN_TEST_RAIL, "24.2.0", tenAtNight(MADRID, 5))
                .approved()
                .agreed()
                .windowOpened()
                .started()
                .deployed();
        var start = moment(walk.key(), "actualStart");
        var smoke = fake.run(21)
                .called("Smoke")
                .since(start.plusSeconds(60))
                .tests(1, 1, 1, 3, 3)
                .there();
        fake.offers(List.of(smoke), 7, start.plusSeconds(30));
        fake.plan(7, start.plusSeconds(30), Optional.empty());
        fake.run(30).project(4).since(start).tests(1).there();
        fake.run(31)
                .since(start.minusSeconds(7200))
                .complete(start.minusSeconds(60))
                .tests(1)
                .there();

        // It offers what has begun since the start, and looks up what is named.
        var qa = walk.at("qa", Elements.RUN_QA_BATTERY, "Run the QA battery");
        qa.reads("Smoke").reads("not complete: figures so far").reads("Quima Alba");
        assertThat(take(qa, "P7")).isVisible();
        looksUp(qa, "R30").reads("R30 is of project 4 in TestRail; ACME-LAB is tested in project 3");
        looksUp(qa, TEST_RAIL.baseUrl() + "/index.php?/runs/view/31").reads("R31 was closed at ");
        looksUp(qa, "the last one").reads("'the last one' is no run of TestRail");
        walk.look(qa, "refused");

        // What goes on has figures so far.
        take(qa, "R21").click();
        qa.reads("The figures below are counted, test by test.").reads("It is not complete in TestRail");
        assertThat(qa.field("Passed")).hasValue("3");
        assertThat(qa.field("Open")).hasValue("2");
        assertThat(qa.field("Passed")).not().isEditable();
        assertThat(qa.field("Link to the test run")).hasValue(TEST_RAIL.baseUrl() + "/index.php?/runs/view/21");
        assertThat(qa.form().getByLabel("Yes: open ones")).isDisabled();
        assertThat(qa.form().getByLabel("No: these are the figures so far")).isChecked();
        qa.reads("testing goes on");
        qa.field("Link to the test run").scrollIntoViewIfNeeded();
        walk.look(qa, "so-far");
        qa.completes();

        // Maintenance: the form says so, and works by hand.
        fake.isMaintained();
        var again = walk.at("qa", Elements.RUN_QA_BATTERY, "Run the QA battery");
        again.reads("TestRail is being maintained; try again later, or type the figures");
        fillsOnceTheCursorIsStill(again, "Tests in the battery", "5");
        again.fills("Passed", "3")
                .fills("Open", "2")
                .ticks("No: these are the figures so far")
                .reads("testing goes on");
        walk.look(again, "by-hand");
        again.completes();

        // A run is begun from here, and taken when it is complete.
        new FakeTestRail(new WireMock(TEST_RAIL), 3)
                .begins(fake.run(22)
                        .called(walk.key() + " #3")
                        .since(start.plusSeconds(90))
                        .tests(3, 3, 3, 3, 3));
        var third = walk.at("qa", Elements.RUN_QA_BATTERY, "Run the QA battery");
        third.reads("No run or plan of this project has begun since the start.");
        third.form().getByText("Begin a run in TestRail").click();
        third.reads(walk.key() + " #3");
        assertThat(third.field("Link to the test run")).hasValue(TEST_RAIL.baseUrl() + "/index.php?/runs/view/22");
        fake.run(22)
                .called(walk.key() + " #3")
                .since(start.plusSeconds(90))
                .complete(start.plusSeconds(300))
                .tests(1, 1, 5, 1, 1)
                .there();
        looksUp(third, "22").reads("complete since ").reads("4 of 5 passed");
        take(third, "R22").click();
        third.reads("80 % of the battery passed");
        assertThat(third.form().getByLabel("Yes: open ones")).isChecked();
        third.form().getByText("What did not pass").click();
        third.field("Link to the test run").scrollIntoViewIfNeeded();
        walk.look(third, "complete");
        third.completes();

        var product = walk.at("product", Elements.ACCEPT_OR_HOTFIX, "Accept or hotfix");
        product.reads("4 of 5 passed").reads("expected 3 but was 2").reads("Test 3");
        walk.look(product, "gate");

        var page = person("qa").page();
        page.navigate("/interventions/" + walk.key());
        page.getByText("3 tests that did not pass").click();
        assertThat(page.getByText("Test 3").first()).isVisible();
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "testrail-page");
    }

    /** Tasklist puts it into the first field some time after it has drawn the form. */
    private static void fillsOnceTheCursorIsStill(Person person, String label, String text) {
        for (int attempt = 0; attempt < 5 && !person.field(label).inputValue().equals(text); attempt++) {
            person.fills(label, text);
        }
    }

    private static Locator take(Person person, String run) {
        return person.form()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Take " + run).setExact(true));
    }

    private static Person looksUp(Person person, String run) {
        person.fills("Another run or plan", run);
        person.form().getByText("Look it up").click();
        return person;
    }
}
