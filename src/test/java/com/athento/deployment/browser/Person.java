package com.athento.deployment.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.InnerTextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;

/** Somebody who works in Tasklist with mouse and keyboard. */
final class Person {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final String account;
    private final Page page;
    private final Path pictures;

    Person(String account, Page page, Path pictures) {
        this.account = account;
        this.page = page;
        this.pictures = pictures;
        page.navigate("/login");
        page.fill("#username", account);
        page.fill("#password", "demo");
        page.click("form#login button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }

    Page page() {
        return page;
    }

    /** Opens Tasklist anew; only the part after # changes otherwise, and old dialogs would stay. */
    Person opensTasklist() {
        page.navigate("about:blank");
        page.navigate(TASKLIST);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start process"))
                .waitFor();
        return this;
    }

    /** Picks the task from the team's list and claims it. */
    Person takes(String key, String task) {
        opensTasklist();
        page.locator(".task-filters").getByText("My team's tasks").click();
        card(key, task).locator("h4 a").click();
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        form().waitFor();
        return this;
    }

    /** Picks from their own list what is theirs, as the step before was. */
    Person goesOn(String key, String task) {
        opensTasklist();
        page.locator(".task-filters").getByText("My tasks").click();
        card(key, task).locator("h4 a").click();
        form().waitFor();
        return this;
    }

    /** Follows the link of the mail to what a colleague has, gives it back and claims it. */
    Person takesOver(String taskId) {
        page.navigate("about:blank");
        page.navigate("/go/task/" + taskId);
        page.locator(".reset-assignee").click();
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        form().waitFor();
        return this;
    }

    Locator card(String key, String task) {
        return page.locator("li.task")
                .filter(new FilterOptions().setHasText(key))
                .filter(new FilterOptions().setHasText(task));
    }

    /** Opens the entry of Tasklist's start list. */
    Person opensStartForm(String process) {
        opensTasklist();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start process"))
                .click();
        page.locator(".modal")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(process).setExact(true))
                .click();
        form().waitFor();
        return this;
    }

    /** The form in front of them: a start form lies in a dialog. */
    Locator form() {
        return page.locator(".modal form[name=step], .task-details form[name=step]")
                .last();
    }

    Person fills(String label, String text) {
        var field = field(label);
        field.fill(text);
        field.blur();
        return this;
    }

    Person chooses(String label, String option) {
        field(label).selectOption(new SelectOption().setLabel(option));
        return this;
    }

    /** The option that begins with that text. */
    Person choosesStarting(String label, String start) {
        var option = field(label)
                .locator("option")
                .filter(new FilterOptions().setHasText(start))
                .first();
        option.waitFor(until(WaitForSelectorState.ATTACHED));
        field(label).selectOption(option.getAttribute("value"));
        return this;
    }

    Person ticks(String label) {
        form().getByLabel(label).check();
        return this;
    }

    /** One answer of a question with short ones, such as Yes and No; what still comes in above it moves it away. */
    Person answers(String question, String answer) {
        var choice = form().locator("input[type=radio][name='%s']".formatted(question))
                .locator("xpath=..")
                .filter(new FilterOptions().setHasText(answer))
                .first()
                .locator("input");
        for (int attempt = 0; attempt < 3 && !choice.isChecked(); attempt++) {
            choice.click();
        }
        return this;
    }

    /** Waits until the form says so. */
    Person reads(String text) {
        form().getByText(text).first().waitFor();
        return this;
    }

    Locator field(String label) {
        return form().getByLabel(label).first();
    }

    /** Sends the form of the task, which is accepted. */
    void completes() {
        sends("Complete");
    }

    /** Sends the start form, which is accepted. */
    void starts() {
        sends("Start");
        page.locator(".modal").waitFor(until(WaitForSelectorState.DETACHED));
    }

    /** Sends the form by a button of its own, which is accepted; what the check says moves the button. */
    void sends(String button) {
        page.locator(".checking").waitFor(until(WaitForSelectorState.DETACHED));
        var answer = page.waitForResponse(
                response -> response.url().endsWith("/submit-form"),
                () -> button(button).click());
        if (!answer.ok()) {
            throw new AssertionError("%s of %s was refused: %s".formatted(button, account, answer.text()));
        }
    }

    private static Locator.WaitForOptions until(WaitForSelectorState state) {
        return new Locator.WaitForOptions().setState(state);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Sends the form, which is refused: what Tasklist shows then. */
    String refusedBy(String button) {
        button(button).click();
        var notice = page.locator(".page-notifications .alert-danger .message, .modal .alert-danger .message")
                .first();
        notice.waitFor();
        return notice.innerText().strip();
    }

    Person looks(String name) {
        page.waitForTimeout(400);
        page.screenshot(
                new ScreenshotOptions().setPath(pictures.resolve(name + ".png")).setFullPage(false));
        return this;
    }

    /** What is in front of them, in words and as a picture, where a test has failed. */
    String sees() {
        try {
            looks("failed-" + account);
            var text = page.locator("body").innerText(new InnerTextOptions().setTimeout(5000));
            return "%s at %s sees: %s".formatted(account, page.url(), oneLine(text));
        } catch (PlaywrightException notThere) {
            return "%s at %s: %s".formatted(account, page.url(), oneLine(notThere.getMessage()));
        }
    }

    private static String oneLine(String text) {
        return text.substring(0, Math.min(text.length(), 600)).replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return account;
    }
}
