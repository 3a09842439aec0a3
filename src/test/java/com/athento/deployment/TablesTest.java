package com.athento.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.bench.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose tables are whose: one room writes a table, and besides it only the room {@code record} reads it. */
class TablesTest {

    private static final Path SOURCES = Path.of("src/main/java/com/athento/deployment");
    private static final Pattern WRITTEN =
            Pattern.compile("(?i)\\b(?:insert into|update|delete from|merge into) (\\w+)");
    private static final Pattern NAMED =
            Pattern.compile("(?i)\\b(?:from|join|insert into|update|delete from|merge into)\\s+(\\w+)");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

    private static final Pattern SQL = Pattern.compile(
            "(?i)\\b(?:select|insert into|update|delete from|merge into|values|set|where|and|or|limit|offset|fetch)\\b");

    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");

    /** A question mark that stands alone, wherever SQL may have one; in sentences and addresses it follows a word. */
    private static final Pattern NAMELESS = Pattern.compile("(?<=[\\s=<>(,|+*/%-])\\?(?=[\\s,)|+*/%;\"-])");

    private static final String READER = "record";

    /** Who else names a table, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("process: intervention", "locks its row, below everybody who reads it"),
            Map.entry(
                    "demo: intervention", "sorts the engine's tasks by it, in one statement with the engine's tables"),
            Map.entry("mail: intervention", "what is kept for a time only is found in the statement that removes it"),
            Map.entry("consent: intervention", "likewise"));

    @Test
    void oneRoomWritesATable() throws IOException {
        var writers = writers();

        assertThat(writers.values()).allSatisfy(rooms -> assertThat(rooms).hasSize(1));
        assertThat(writers).hasSizeGreaterThan(15);
        assertThat(writers.values()).noneMatch(rooms -> rooms.contains(READER));
    }

    @Test
    void aTableIsNamedWhereItIsWrittenAndInTheRecord() throws IOException {
        var writers = writers();
        var strangers = new TreeSet<String>();
        rooms(NAMED)
                .forEach((table, rooms) -> rooms.stream()
                        .filter(room -> !room.equals(READER))
                        .filter(room -> writers.containsKey(table)
                                && !writers.get(table).contains(room))
                        .forEach(room -> strangers.add(room + ": " + table)));

        assertThat(strangers).isEqualTo(new TreeSet<>(EXCEPTIONS.keySet()));
    }

    /** A value at its place in the order of question marks is the neighbour's as soon as somebody adds a column. */
    @Test
    void valuesOfSqlHaveNames() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var nameless = files.filter(path -> path.toString().endsWith(".java"))
                    .filter(TablesTest::isNameless)
                    .toList();

            assertThat(nameless).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"select 1 from a where b = ?\"",
                "\"select 1 from a where b=? and c\"",
                "\"select 1 from a where b like ?\"",
                "\"select 1 from a where b between ? and c\"",
                "\"select 1 from a where b is not distinct from ?\"",
                "\"insert into a values (?,?)\"",
                "\"\"\"\n select 1 from a\n limit ?\n\"\"\"",
                "\" fetch first ? rows only\"",
                "\"update a set b = b+?\"",
                "\"select b ||? from a\"",
            })
    void findsAValueWithoutANameWhereverItStands(String literal) {
        assertThat(isNameless("var sql = %s;".formatted(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Who is it?\"",
                "\"/status/%s?lang=%s\"",
                "\"(?:a|b)*?c\"",
                "\"select 1 from a where b = :b\"",
                "a ? \"b\" : \"c\"",
            })
    void takesNothingElseForOne(String code) {
        assertThat(isNameless(code)).isFalse();
    }

    private static boolean isNameless(Path file) {
        try {
            return isNameless(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isNameless(String code) {
        return LITERAL.matcher(COMMENT.matcher(code).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(literal -> SQL.matcher(literal).find())
                .anyMatch(literal -> NAMELESS.matcher(literal).find());
    }

    static Map<String, Set<String>> writers() throws IOException {
        return rooms(WRITTEN);
    }

    /** The rooms whose SQL has one of our tables in such a place. */
    private static Map<String, Set<String>> rooms(Pattern place) throws IOException {
        var tables = House.tables();
        var rooms = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var room = SOURCES.relativize(file).getName(0).toString();
                place.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""))
                        .results()
                        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                        .filter(tables::contains)
                        .forEach(table -> rooms.computeIfAbsent(table, name -> new TreeSet<>())
                                .add(room));
            }
        }
        return rooms;
    }
}
