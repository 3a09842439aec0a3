package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All that people read calls a thing by its one word: the one in {@code docs/glossary.md}. */
class GlossaryTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** English that nobody would take for Spanish, and that stands in no name of ours. */
    private static final Pattern ENGLISH = whole("the|of|and|with|was|were|has|have|will|been|which|from|this|that|yet"
            + "|request|requested|window|deployment|intervention|client|task|tasks|approval|consent|notice|support"
            + "|closed|give|missing|another|nothing|nobody|please");

    /** What Thymeleaf reads: expressions, tags and comments. */
    private static final Pattern NOT_READ = Pattern.compile(
            "\\[\\[.*?]]|\\[\\(.*?\\)]|\\[#.*?]|\\[/]|<!--.*?-->|<[^>]*>|\\$\\{.*?}|\\{\\{.*?}}", Pattern.DOTALL);

    /** Such as {@code OTHER_WINDOW}, in every language. */
    private static final String CODE = "\\b[A-Z_]{2,}\\b";

    /** Of which a refusal speaks, at its beginning. */
    private static final String FIELD = "^[a-z]\\w*: ";

    /** Why a text says a word that the glossary does not. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "release-notes.paragraph", "the vendor's own sentence, word for word",
            "kind.PARAMETRISE_NOTIFICATIONS", "notifications of the product, a thing of the client's",
            "overview.changeKind.PARAMETRISE_NOTIFICATIONS", "the same");

    /** These are for whoever reads the code and the rules. */
    private static final Set<String> INTERNAL = Set.of(
            "gate", "fast lane", "vía rápida", "hallazgo", "register", "type-4 deployment", "closure", "battery");

    @ParameterizedTest(name = "{0}: {1}, not {2}")
    @MethodSource("words")
    void eachThingHasOneWord(Language language, String word, String not) {
        assertThat(texts(language).entrySet().stream()
                        .filter(text -> !EXCEPTIONS.containsKey(text.getKey()))
                        .filter(text -> whole(Pattern.quote(not))
                                .matcher(text.getValue())
                                .find()))
                .as("say '%s' instead of '%s'", word, not)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachWordOfTheProcedureIsUsed(Language language) {
        var read = String.join("\n", texts(language).values()).toLowerCase(language.locale());
        assertThat(rows().stream()
                        .map(row -> row.get(language))
                        .flatMap(words -> words.words().stream())
                        .filter(word -> !INTERNAL.contains(word))
                        .filter(word -> !read.contains(word.toLowerCase(language.locale()))))
                .as("words of the glossary that nobody reads")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spanish")
    void noSpanishTextHasAnEnglishWord(String name, String text) {
        assertThat(ENGLISH.matcher(text).results().map(MatchResult::group))
                .as(text)
                .isEmpty();
    }

    static Stream<Arguments> words() {
        return rows().stream()
                .flatMap(row -> row.entrySet().stream()
                        .flatMap(words -> words.getValue().not().stream()
                                .map(not -> Arguments.of(
                                        words.getKey(),
                                        String.join(", ", words.getValue().words()),
                                        not))));
    }

    static Stream<Arguments> spanish() {
        return texts(Language.ES).entrySet().stream().map(text -> Arguments.of(text.getKey(), text.getValue()));
    }

    /** What one thing is called in a language, and what it is not. */
    private record Called(List<String> words, List<String> not) {}

    private static List<Map<Language, Called>> rows() {
        return lines(Path.of("docs/glossary.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| English"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> Map.of(
                        Language.EN, new Called(list(cells[1]), list(cells[2])),
                        Language.ES, new Called(list(cells[3]), list(cells[4]))))
                .toList();
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** By where it stands. */
    private static Map<String, String> texts(Language language) {
        var texts = new TreeMap<String, String>();
        for (var file : List.of(RESOURCES.resolve("words_%s.properties"), Path.of("bpmn/texts_%s.properties"))) {
            var path = Path.of(file.toString().formatted(language.code()));
            if (Files.exists(path)) {
                properties(path).forEach((key, text) -> texts.put(key.toString(), read(text.toString())));
            }
        }
        try (var files = Files.walk(RESOURCES.resolve("mail"))) {
            files.filter(file -> file.getFileName().toString().matches(language.code() + "\\.(txt|html)"))
                    .forEach(file ->
                            texts.put(RESOURCES.relativize(file).toString(), read(String.join("\n", lines(file)))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    private static String read(String text) {
        return NOT_READ.matcher(text.replaceAll("<code>.*?</code>", " ")
                        .replaceAll(CODE, " ")
                        .replaceAll(FIELD, " "))
                .replaceAll(" ");
    }

    private static Properties properties(Path path) {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(path)) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static List<String> lines(Path path) {
        try {
            return new ArrayList<>(Files.readAllLines(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Pattern whole(String words) {
        return Pattern.compile(
                "(?<![\\p{L}\\w])(?:" + words + ")(?![\\p{L}\\w])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
