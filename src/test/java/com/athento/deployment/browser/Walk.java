package com.athento.deployment.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One intervention as the teams walk it, each at their own desk. Each stage begins where the one before it stopped; a
 * picture is taken of each form as it is sent.
 */
final class Walk {

    private final InBrowser house;
    private final String path;
    private int pictures;
    private String key;

    /** @param path what the pictures of this walk are called */
    Walk(InBrowser house, String path) {
        this.house = house;
        this.path = path;
    }

    String key() {
        return key;
    }

    /** Support asks for an upgrade. */
    Walk requested(Person support, String instance, String version, LocalDateTime window) {
        return requested(support, instance, version, window, nothingMore -> {});
    }

    /** @param more what they fill in beside what everybody does */
    Walk requested(Person support, String instance, String version, LocalDateTime window, Consumer<Person> more) {
        support.opensStartForm("Type-4 deployment");
        fillRequest(support, instance, version, window);
        more.accept(support);
        look(support, "request");
        support.starts();
        key = house.interventionOf(instance);
        return this;
    }

    static void fillRequest(Person person, String instance, String version, LocalDateTime window) {
        person.choosesStarting("Instance", instance)
                .chooses("Kind of change", "Version upgrade")
                .reads("Type 4: impact high, monthly, maximum unavailability: 60 minutes.")
                .fills("Target version", version)
                .fills("Start of the window", window.toString())
                .fills("Unavailability in minutes", "45")
                .fills("Reason", "Monthly upgrade: <b>faster</b> search, ${x} and {{1+1}}")
                .answers("Feature flag", "No")
                .fills("Why not?", "No flag covers a new version")
                .answers("Big changes", "No")
                .fills("Plan", "1. Stop Apache\n2. Install the packages\n3. Migrate\n4. Start")
                .fills("Rollback plan", "Restore the snapshot of the machine")
                .fills("Link to the release notes", "https://notes.example/se/24.2.0");
    }

    Walk approved() {
        approves(analyses("product"), "Low");
        approves(analyses("project"), "Medium");
        return this;
    }

    /** Somebody of product or project in front of the plan. */
    Person analyses(String team) {
        return at(team, "approve-" + team, "Analyse and approve for " + team);
    }

    void approves(Person person, String risk) {
        person.reads("Type 4: impact high, monthly, maximum unavailability: 60 minutes")
                .answers("Risk", risk)
                .answers("Suitable", "Yes")
                .answers("Decision", "Approve")
                .fills("Reason, in one sentence", "Tested on our own instances");
        look(person, "approve-" + person);
        person.completes();
    }

    Walk agreed() {
        house.waitForMails(key);
        var project = at("project", Elements.OBTAIN_CLIENT_CONSENT, "Obtain client consent");
        PlaywrightAssertions.assertThat(project.form()).containsText(Pattern.compile("Question\\s*sent 20.*To: \\S+@"));
        PlaywrightAssertions.assertThat(project.form()).containsText("awaited until 20");
        PlaywrightAssertions.assertThat(
                        project.form().locator("a[href^='tel:']").first())
                .hasText(Pattern.compile("\\+[\\d ]{9,}"));
        project.ticks("Agreed").fills("Who answered", "Ana Ruiz").answers("How", "By phone");
        look(project, Elements.OBTAIN_CLIENT_CONSENT);
        project.completes();
        return this;
    }

    /** The clock goes on until the agreed start. */
    Walk windowOpened() {
        house.waitForMails(key);
        house.advanceTo(house.moment(key, "noticeAt"));
        house.waitForMails(key);
        house.advanceTo(house.moment(key, "windowStart"));
        return this;
    }

    Walk started() {
        var systems = at("systems", Elements.START_DEPLOYMENT, "Start the deployment");
        PlaywrightAssertions.assertThat(systems.form())
                .containsText(Pattern.compile("Consent\\s*\\S.* (agreed|proposed this window), (by|in) "));
        PlaywrightAssertions.assertThat(systems.form())
                .containsText("Rosa Robles approved, risk medium: Tested on our own instances");
        PlaywrightAssertions.assertThat(
                        systems.form().locator("a[href^='tel:']").first())
                .isVisible();
        PlaywrightAssertions.assertThat(systems.page().locator(".meta .due-date"))
                .not()
                .hasClass(Pattern.compile("overdue"));
        systems.ticks("Start now");
        look(systems, Elements.START_DEPLOYMENT);
        systems.completes();
        return this;
    }

    Walk deployed() {
        var systems = at("systems", Elements.DEPLOY, "Deploy");
        systems.ticks("Deployed").fills("Notes", "Took eleven minutes");
        look(systems, Elements.DEPLOY);
        systems.completes();
        return this;
    }

    Walk tested(int total, int passed, int failed) {
        var qa = at("qa", Elements.RUN_QA_BATTERY, "Run the QA battery");
        qa.fills("Tests in the battery", String.valueOf(total))
                .fills("Passed", String.valueOf(passed))
                .fills("Failed", String.valueOf(failed))
                .ticks("Yes: open ones")
                .reads("What follows: ")
                .fills("Link to the test run", "https://testrail.example/runs/17");
        look(qa, Elements.RUN_QA_BATTERY);
        qa.completes();
        return this;
    }

    /** QA lets result files be counted. */
    Walk testedWith(Path... files) {
        var qa = at("qa", Elements.RUN_QA_BATTERY, "Run the QA battery");
        qa.form().getByLabel("Choose result files").setInputFiles(files);
        qa.reads("The figures below are counted, test by test");
        qa.ticks("Yes: open ones").reads("What follows: ");
        look(qa, Elements.RUN_QA_BATTERY);
        qa.completes();
        return this;
    }

    Walk hotfixed() {
        var product = at("product", Elements.ACCEPT_OR_HOTFIX, "Accept or hotfix");
        product.ticks("Hotfix.").fills("What shall it mend?", "Search finds nothing");
        look(product, Elements.ACCEPT_OR_HOTFIX);
        product.completes();
        var systems = at("systems", Elements.APPLY_HOTFIX, "Apply the hotfix");
        systems.fills("Reference of the hotfix", "HF-7").fills("Notes", "Index built anew");
        look(systems, Elements.APPLY_HOTFIX);
        systems.completes();
        return this;
    }

    Walk accepted() {
        var product = at("product", Elements.ACCEPT_OR_HOTFIX, "Accept or hotfix");
        product.ticks("Accept.");
        look(product, "accept");
        product.completes();
        return this;
    }

    Walk mailsHaveLeft() {
        house.waitForMails(key);
        return this;
    }

    Walk rolledBack() {
        var systems = at("systems", Elements.ROLL_BACK, "Roll back to the previous version");
        systems.ticks("The previous version").fills("Notes", "Snapshot restored");
        look(systems, Elements.ROLL_BACK);
        systems.completes();
        return this;
    }

    Walk supported() {
        house.waitForMails(key);
        house.advanceTo(house.moment(key, "supportUntil"));
        var support = at("support", Elements.WATCH_OVER_USERS, "Watch over the users");
        support.fills("Notes", "Two questions about the new search");
        look(support, Elements.WATCH_OVER_USERS);
        support.completes();
        return this;
    }

    Walk closed() {
        var project = at("project", Elements.CLOSE_INTERVENTION, "Close the intervention");
        assertThat(project.field("Text of the mail").inputValue()).isNotBlank();
        project.answers("Who closes", "Project");
        look(project, Elements.CLOSE_INTERVENTION);
        project.completes();
        return this;
    }

    Walk minutesLater(int minutes) {
        house.advance(Duration.ofMinutes(minutes));
        return this;
    }

    /** Somebody of that team in front of that task, which is theirs by then. */
    Person at(String account, String element, String task) {
        house.waitFor(key, element);
        var person = house.person(account);
        var open = house.task(key, element);
        if (open.getAssignee() == null) {
            return person.takes(key, task);
        }
        return open.getAssignee().equals(account) ? person.goesOn(key, task) : person.takesOver(open.getId());
    }

    void look(Person person, String what) {
        person.looks("%s-%02d-%s".formatted(path, ++pictures, what));
    }
}
