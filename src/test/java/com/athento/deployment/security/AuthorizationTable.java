package com.athento.deployment.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of {@code docs/authorizations.md}, as its readers see it. */
final class AuthorizationTable {

    private static final Path DOCUMENT = Path.of("docs/authorizations.md");

    /** In the order of the columns. */
    static final List<String> ROLES =
            List.of("product", "project", "support", "systems", "qa", "manager", "admin", "nobody");

    private static final List<String> HEAD = Stream.of(
                    Stream.of("door", "sent"), ROLES.stream(), Stream.of("changes", "what a 2xx allows"))
            .flatMap(columns -> columns)
            .toList();

    private AuthorizationTable() {}

    /**
     * One door.
     *
     * @param door method and path
     * @param sent the body: JSON, fields of a form, or nothing
     * @param cells what each role gets
     * @param changes what is different after a 2xx, and after nothing else
     * @param allows in words
     */
    record Row(String door, String sent, List<String> cells, String changes, String allows) {

        static Row of(String line) {
            var cells = AuthorizationTable.cells(line);
            if (cells.size() != HEAD.size()) {
                throw new IllegalStateException(
                        "%d cells instead of %d: %s".formatted(cells.size(), HEAD.size(), line));
            }
            return new Row(
                    plain(cells.get(0)),
                    plain(cells.get(1)),
                    cells.subList(2, 2 + ROLES.size()),
                    cells.get(2 + ROLES.size()),
                    cells.get(3 + ROLES.size()));
        }

        Row with(List<String> newCells, String newChanges) {
            return new Row(door, sent, newCells, newChanges, allows);
        }

        String method() {
            return door.substring(0, door.indexOf(' '));
        }

        String path() {
            return door.substring(door.indexOf(' ') + 1);
        }

        /** As it stands in the document. */
        String line() {
            return Stream.of(Stream.of(code(door), code(sent)), cells.stream(), Stream.of(changes, allows))
                    .flatMap(cell -> cell)
                    .map(cell -> cell.isEmpty() ? " " : " " + cell + " ")
                    .collect(Collectors.joining("|", "|", "|"));
        }

        private static String code(String text) {
            return text.isEmpty() ? "" : "`" + text + "`";
        }

        private static String plain(String code) {
            return code.replace("`", "");
        }

        @Override
        public String toString() {
            return door + (sent.isEmpty() ? "" : " " + sent);
        }
    }

    static List<Row> rows() {
        try {
            var lines = Files.readAllLines(DOCUMENT);
            var head = lines.indexOf(lines.stream()
                    .filter(AuthorizationTable::isHead)
                    .findFirst()
                    .orElseThrow());
            return lines.stream()
                    .skip(head + 2)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(Row::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isHead(String line) {
        return line.startsWith("| door ") && cells(line).equals(HEAD);
    }

    private static List<String> cells(String line) {
        var inside = line.strip();
        return Arrays.stream(inside.substring(1, inside.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
