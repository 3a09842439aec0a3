package com.athento.deployment.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;

import com.athento.deployment.process.Elements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** QA chooses the files that its tools have written, and product reads at the gate what did not pass. */
class ResultsIT extends InBrowser {

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
