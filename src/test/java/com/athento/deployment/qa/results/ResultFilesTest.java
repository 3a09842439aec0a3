package com.athento.deployment.qa.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as somebody sends them, zips among them, and what is wrong with some. */
class ResultFilesTest {

    private static final String ONE = "<testsuite name='s'><testcase name='one'/></testsuite>";
    private static final String TWO = "<testsuites><testsuite name='s'><testcase name='two'/></testsuite></testsuites>";

    @TempDir
    Path folder;

    private final List<String> names = new ArrayList<>();
    private final ResultFiles files = new ResultFiles(test -> names.add(test.name()));

    @Test
    void readsEachXmlOfAZipAndNamesTheRest() throws IOException {
        var zip = zip(
                new Entry("target/surefire-reports/", ""),
                new Entry("target/surefire-reports/TEST-one.XML", ONE),
                new Entry("target/surefire-reports/one.txt", "Tests run: 1"),
                new Entry("target/checkstyle.xml", "<checkstyle/>"),
                new Entry("__MACOSX/._TEST-one.xml", "no XML"),
                new Entry("../../../etc/cron.d/two.xml", TWO));

        files.read("results.zip", zip);

        assertThat(names).containsExactly("one", "two");
        assertThat(files.otherFiles())
                .containsExactly("target/surefire-reports/one.txt", "target/checkstyle.xml", "__MACOSX/._TEST-one.xml");
        try (var here = Files.list(folder)) {
            assertThat(here).containsExactly(zip);
        }
    }

    @Test
    void readsPlainXmlWhateverItIsCalled() throws IOException {
        files.read("results", Files.writeString(folder.resolve("results"), ONE));

        assertThat(names).containsExactly("one");
    }

    @Test
    void saysWhichFileOfAZipIsBroken() throws IOException {
        var zip = zip(new Entry("a.xml", ONE), new Entry("b.xml", "<testsuite>"));

        assertThatThrownBy(() -> files.read("results.zip", zip))
                .hasMessageStartingWith("files: 'results.zip/b.xml' is no well-formed XML");
    }

    @ParameterizedTest(name = "cut off after {0} of 1000")
    @ValueSource(ints = {1, 100, 500, 900, 990, 999})
    void aZipThatWasCutOffIsNone(int thousandths) throws IOException {
        var entries = new ArrayList<Entry>();
        for (int number = 0; number < 20; number++) {
            entries.add(new Entry("TEST-%d.xml".formatted(number), ONE));
        }
        var whole = Files.readAllBytes(zip(entries.toArray(Entry[]::new)));
        var cut = Files.write(
                folder.resolve("cut.zip"), Arrays.copyOf(whole, Math.max(4, whole.length * thousandths / 1000)));

        assertThatThrownBy(() -> files.read("cut.zip", cut))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("'cut.zip' is no whole zip that can be read");
        assertThat(names).isEmpty();
    }

    @Test
    void whatUnpacksToTooMuchIsRefusedOnTheWay() throws IOException {
        var zip = folder.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("bomb.xml"));
            out.write("<testsuite>".getBytes(StandardCharsets.UTF_8));
            var blank = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int mebibytes = 0; mebibytes <= 200; mebibytes++) {
                out.write(blank);
            }
            out.closeEntry();
        }

        assertThat(Files.size(zip)).isLessThan(1 << 20);
        assertThatThrownBy(() -> files.read("bomb.zip", zip))
                .hasMessage("files: 'bomb.zip/bomb.xml' unpacks to more than 200 MiB; send fewer results at once");
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        var entries = new ArrayList<Entry>();
        for (int number = 0; number <= 10_000; number++) {
            entries.add(new Entry(number + ".txt", ""));
        }
        var zip = zip(entries.toArray(Entry[]::new));

        assertThatThrownBy(() -> files.read("many.zip", zip))
                .hasMessage("files: 'many.zip' holds 10001 files; at most 10000 are read");
    }

    @Test
    void aHundredThousandTestsAreReadAsAStream() throws IOException {
        var file = folder.resolve("many.xml");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("<testsuite name='many'>");
            for (int number = 0; number < 100_000; number++) {
                out.write("<testcase classname='it.ManyTest' name='test%d' time='0.01'>".formatted(number));
                out.write(
                        number % 100 == 0
                                ? "<failure message='no'>at it.ManyTest</failure></testcase>"
                                : "</testcase>");
            }
            out.write("</testsuite>");
        }

        files.read("many.xml", file);

        assertThat(names).hasSize(100_000);
    }

    private record Entry(String path, String content) {}

    private Path zip(Entry... entries) {
        var path = folder.resolve("results.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.path));
                zip.write(entry.content.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        return path;
    }
}
