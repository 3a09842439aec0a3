package com.athento.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.bench.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for whoever comes in, {@code docs/house.md}, tells the house as it stands. */
class HouseTest {

    private static final Path SOURCES = Path.of("src/main/java/com/athento/deployment");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*) \\|$");
    private static final Pattern SENTENCE = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
    private static final String TABLES = "| table |";

    @Test
    void eachRoomHasTheSentenceOfItsPackage() throws IOException {
        var rooms = new TreeMap<String, String>();
        try (var folders = Files.list(SOURCES)) {
            for (var room : folders.filter(Files::isDirectory).toList()) {
                rooms.put(room.getFileName().toString(), sentence(room.resolve("package-info.java")));
            }
        }
        var page = page();

        assertThat(rows(page.substring(0, page.indexOf(TABLES)))).isEqualTo(rooms);
    }

    @Test
    void eachTableHasTheRoomThatWritesIt() throws IOException {
        var page = page();
        var told = rows(page.substring(page.indexOf(TABLES)));

        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(House.tables());
        assertThat(told.entrySet().stream()
                        .filter(table -> table.getValue().startsWith("`"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .isEqualTo(TablesTest.writers().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, table -> "`" + String.join("`, `", table.getValue()) + "`")));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/house.md"));
    }

    private static Map<String, String> rows(String page) {
        return ROW.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> row.group(2),
                        (one, another) -> one + " / " + another,
                        TreeMap::new));
    }

    /** The first one of a package's comment, on one line. */
    private static String sentence(Path info) throws IOException {
        var comment = SENTENCE.matcher(Files.readString(info));
        assertThat(comment.find()).as("%s", info).isTrue();
        var text = comment.group(1)
                .replaceAll("\\s*\\n\\s*\\* ?", " ")
                .replaceAll("\\{@code (.*?)}", "`$1`")
                .strip();
        var end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
