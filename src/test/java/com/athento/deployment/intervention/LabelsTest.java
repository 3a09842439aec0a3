package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of mails and of what clients read. */
class LabelsTest {

    private static final Path MAIN = Path.of("src/main");

    @Test
    void eachStandsInBothLanguages() throws IOException {
        assertThat(words("en").keySet())
                .containsExactlyInAnyOrderElementsOf(words("es").keySet());
    }

    /** Labels are asked for by their whole name, unlike the words for codes. */
    @Test
    void eachLabelIsRead() throws IOException {
        var sources = sources();

        assertThat(words("en").stringPropertyNames())
                .filteredOn(key -> key.startsWith("label."))
                .isNotEmpty()
                .allSatisfy(label ->
                        assertThat(sources).containsPattern("\\b" + label.replace(".", "\\.") + "\\b(?![-.\\w])"));
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var file = Files.newBufferedReader(
                MAIN.resolve("resources/words_" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(file);
        }
        return words;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(path -> path.toString().matches(".*\\.(java|html|txt)"))
                    .map(LabelsTest::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
