package com.athento.deployment.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** Tables for spreadsheets (RFC 4180). */
public final class Csv {

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r]");

    private Csv() {}

    /** A table of lines below its header. */
    public static <L extends List<?>> String of(List<String> header, Stream<L> lines) {
        var csv = new StringBuilder();
        try (var printer = CSVFormat.RFC4180
                .builder()
                .setHeader(header.toArray(String[]::new))
                .get()
                .print(csv)) {
            for (var line : (Iterable<L>) lines::iterator) {
                printer.printRecord(line.stream().map(Csv::cell).toList());
            }
        } catch (IOException never) {
            throw new UncheckedIOException("a text can be written", never);
        }
        return csv.toString();
    }

    /** A spreadsheet calculates what begins like a formula, such as the reference of a hotfix, unless it is quoted. */
    private static Object cell(Object value) {
        return value instanceof String text && FORMULA.matcher(text).lookingAt() ? "'" + text : value;
    }
}
