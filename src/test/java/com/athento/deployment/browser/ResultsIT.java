package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;

import com.athento.deployment.process.Elements;
import com.athento.deployment.record.TextsOnRecord;
import com.microsoft.playwright.Browser.NewContextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** QA chooses the files that its tools have written, and product reads at the gate what did not pass. */
class ResultsIT extends InBrowser {

    @Autowired
    private JdbcClient database;

    @TempDir
    Path folder;

    @Test
    void figuresAreCountedFromFilesAndTheGateShowsWhatDidNotPass() throws IOException {
        var walk = new Walk(this, "results")
                .requested(person("support"), "ACME-QA", "24.2.0", tenAtNight(MADRID, 5))
                .approved()
                .agreed()
                .windowOpened()
                .started()
                .deployed();
        var qa = walk.at("qa", Elements.RUN_QA_BATTERY, "Run the QA battery");
        qa.form().getByLabel("Choose result files").setInputFiles(file("page.html", "<html/>"));
        qa.reads("'page.html' is no JUnit XML");
        qa.form().getByLabel("Choose result files").setInputFiles(file("one.xml", suite(1, "finds")));
        qa.reads("The figures below are counted");
        assertThat(qa.field("Tests in the battery")).hasValue("2");
        assertThat(qa.field("Passed")).not().isEditable();
        walk.look(qa, "counted");
        qa.form().getByText("Type them instead").click();
        assertThat(qa.field("Passed")).isEditable();

        walk.testedWith(file("one.xml", suite(6, "finds")), file("two.xml", suite(6, "sorts by date")));
        var product = walk.at("product", Elements.ACCEPT_OR_HOTFIX, "Accept or hotfix");
        product.reads("12 of 14 passed").reads("sorts by date");
        walk.look(product, Elements.ACCEPT_OR_HOTFIX);

        var page = person("qa").page();
        page.navigate("/interventions/" + walk.key());
        page.getByText("2 tests that did not pass").click();
        assertThat(page.getByText("expected: 3 but was: 2").first()).isVisible();
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "results-page");
    }

    /** On a phone, with names as tools really make them. */
    @Test
    void theClientReadsWhatDidNotPassOnItsPage() throws IOException {
        var longName = "exports[%s]".formatted("a_parameter_without_a_single_blank_".repeat(8));
        var walk = new Walk(this, "results-client")
                .requested(person("support"), "ACME-UAT", "24.2.0", tenAtNight(MADRID, 5))
                .approved()
                .agreed()
                .windowOpened()
                .started()
                .deployed()
                .testedWith(
                        file("one.xml", suite(90, longName)), file("two.xml", suite(2, "sorts &lt;b>by&lt;/b> date")));
        walk.accepted().mailsHaveLeft();
        var page = visitor(new NewContextOptions().setLocale("es-ES").setViewportSize(375, 800));

        page.navigate("/status/"
                + database.sql("select status_key from client where code = 'ACME'")
                        .query(String.class)
                        .single());
        page.locator("#" + walk.key()).getByText("Pruebas de calidad").click();

        assertThat(page.locator("main")).containsText("2 pruebas no superadas");
        ClientPage.assertIsAccessible(page);
        ClientPage.look(page, "results-client");
        var mail = visitor(new NewContextOptions().setViewportSize(375, 800));
        mail.setContent(TextsOnRecord.of(database, walk.key(), "result-for-contact")
                .get(0)
                .html());
        assertThat(mail.locator("body")).containsText("2 pruebas no superadas");
        ClientPage.look(mail, "results-mail");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String suite(int passed, String failing) {
        return "<testsuite name='it.SearchTest'>%s<testcase name='%s'><failure message='expected: 3 but was: 2'/></testcase></testsuite>"
                .formatted(
                        IntStream.range(0, passed)
                                .mapToObj("<testcase name='test %d'/>"::formatted)
                                .collect(joining()),
                        failing);
    }
}
