package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read stands in one store with one syntax, the same in both languages, and is read. */
class WordsTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path MODELS = Path.of("bpmn");

    private static final Properties ENGLISH = store(Language.EN);
    private static final Properties SPANISH = store(Language.ES);

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

    /** Where a lone apostrophe opens what is left as it is, it stands around what a script fills in. */
    private static final Pattern LEFT_AS_IT_IS = Pattern.compile("'\\{\\w+}'");

    /** A code with a word beside it; of classes of style there may be some, and of signs. */
    private static final Pattern TABLE =
            Pattern.compile("(?:[A-Z_]{3,}|\\b\\d+): *'(?!alert-)[^']*[A-Za-z]{2}" + "|\\['[A-Z_]{3,}', *'[A-Z][a-z]");

    private static final String SOURCES = text(MAIN, "java|html|txt|js") + text(MODELS, "html|bpmn");
    /** {@code code("turn.subject", …)}, {@code words.of('phase', …)}. */
    private static final Set<String> KINDS =
            found("(?:code|of|all|named|said)\\(\\s*(?:words, )?[\"']([-\\w.]+)[\"'],");

    /** {@code "banner." + …}, {@code |inbox.entry.${…}|}, {@code "error.%d…"}. */
    private static final Set<String> BEGINNINGS = found("[\"'|]([-\\w.]+)\\.[\"'%$]");

    /** {@code … + ".by"}. */
    private static final Set<String> ENDS = found("[\"']\\.([-\\w.]+)[\"']");

    private static final Set<String> NAMES = found("([-.\\w]+)");
    private static final Set<String> CODES = found("([-\\w]+)");

    @Test
    void thereIsOneStore() throws IOException {
        try (var files = Files.walk(MAIN.resolve("resources"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".properties")))
                    .containsExactlyInAnyOrder("words_en.properties", "words_es.properties");
        }
    }

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(SPANISH.keySet()).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
        assertThat(ENGLISH.stringPropertyNames())
                .allSatisfy(key -> assertThat(arguments(SPANISH.getProperty(key)))
                        .as(key)
                        .isEqualTo(arguments(ENGLISH.getProperty(key))));
    }

    @ParameterizedTest
    @EnumSource
    void eachIsWrittenInTheOneSyntax(Language language) {
        var words = store(language);

        assertThat(words.stringPropertyNames()).allSatisfy(key -> {
            var text = words.getProperty(key);
            assertThat(LEFT_AS_IT_IS.matcher(text).replaceAll("").replace("''", ""))
                    .as("apostrophes are written twice: " + key)
                    .doesNotContain("'");
            assertThat(new MessageFormat(text).toPattern()).isNotEmpty();
        });
    }

    /** With numbers in all its places, which any format takes. */
    @ParameterizedTest
    @EnumSource
    void eachReadsAsASentence(Language language) {
        var words = new Words(language);

        assertThat(store(language).stringPropertyNames().stream().filter(key -> key.matches("(refused|finding)\\..*")))
                .allSatisfy(key -> assertThat(words.of(key, 1, 2, 3, 4, 5, 6))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("{", "}", "''"));
    }

    /** By its whole name, or by the beginning of it and a code. */
    @Test
    void eachIsRead() {
        assertThat(SPANISH.stringPropertyNames().stream().filter(key -> !isRead(key)))
                .as("what nobody reads")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void everyCodeHasAWordAndEveryWordACode(String kind, Stream<String> codes) {
        assertThat(new Words(Language.EN)
                        .under(kind).keySet().stream()
                                .map(key -> key.substring(kind.length() + 1))
                                .filter(code -> !code.contains(".")))
                .containsExactlyInAnyOrderElementsOf(codes.toList());
    }

    /** What people type, and what others' interfaces take, is written elsewhere. */
    @Test
    void momentsAreWrittenForPeopleInOnePlace() throws IOException {
        try (var files = Files.walk(MAIN.resolve("java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> text(file).contains("DateTimeFormatter.of"))
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("Moments.java", "ClientTime.java", "Site24x7Pages.java");
        }
    }

    /** They are asked for at GET /api/words. */
    @Test
    void noScriptHasATableOfWords() {
        assertThat(TABLE.matcher(text(MAIN.resolve("resources"), "js") + text(MODELS, "html"))
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    static Stream<Arguments> codes() {
        var severities = names(Severity.values());
        var changes = Arrays.stream(ChangeKind.values());
        return Stream.of(
                Arguments.of("kind", names(ChangeKind.values())),
                Arguments.of("impact", names(Impact.values())),
                Arguments.of("frequency", names(Frequency.values())),
                Arguments.of("risk", names(Risk.values())),
                Arguments.of("severity", names(Severity.values())),
                Arguments.of("team", names(Team.values())),
                Arguments.of("verdict", names(Verdict.values())),
                Arguments.of("outcome", names(Outcome.values())),
                Arguments.of("cause", names(ReplanCause.values())),
                Arguments.of("ending", names(Outcome.values())),
                Arguments.of("banner", names(PublicState.values())),
                Arguments.of("status-page.state", names(PublicState.values())),
                Arguments.of("status-page.update", names(PublicState.values())),
                Arguments.of("closing.severity", severities.filter(code -> !code.equals(Severity.NONE.name()))),
                Arguments.of(
                        "closing.kind",
                        changes.filter(kind -> ENGLISH.containsKey("what." + kind))
                                .map(Enum::name)),
                Arguments.of(
                        "closing.resolution",
                        Stream.concat(names(IncidentResolution.values()), Stream.of("rollback-failed"))),
                Arguments.of("form.type", Stream.of("1", "2", "3", "4")),
                Arguments.of("form.caused", names(CausedByUpdate.values())),
                Arguments.of("form.told", Stream.of("EMAIL", "IN_APP", "EMAIL,IN_APP")),
                Arguments.of("form.follows", names(Verdict.values())),
                Arguments.of("form.team", Stream.of("PRODUCT", "PROJECT")),
                Arguments.of("form.answered", Stream.of("AGREED", "OTHER_WINDOW")),
                Arguments.of("form.via", Stream.concat(names(ConsentVia.values()), Stream.of("STANDING"))),
                Arguments.of("form.cause", names(ReplanCause.values())),
                Arguments.of("overview.phase", names(Phase.values())),
                Arguments.of("overview.outcome", names(Outcome.values())),
                Arguments.of("overview.state", names(ServiceState.values())),
                Arguments.of("overview.hour", names(HourState.values())),
                Arguments.of("overview.severity", names(Severity.values())),
                Arguments.of("overview.risk", names(Risk.values())),
                Arguments.of("overview.gravity", names(Finding.Gravity.values())),
                Arguments.of("overview.decision", names(ApprovalDecision.values())),
                Arguments.of(
                        "overview.consent", Stream.concat(names(ConsentAnswer.values()), Stream.of("link", "removed"))),
                Arguments.of("overview.via", Stream.concat(names(ConsentVia.values()), Stream.of("STANDING"))),
                Arguments.of("overview.verdict", names(Verdict.values())),
                Arguments.of("overview.resolution", names(IncidentResolution.values())),
                Arguments.of("overview.caused", names(CausedByUpdate.values())),
                Arguments.of("overview.changeKind", names(ChangeKind.values())),
                Arguments.of("overview.channel", Stream.concat(names(Channel.values()), Stream.of("NONE"))),
                Arguments.of("overview.group", Arrays.stream(Team.values()).map(Team::id)));
    }

    private static boolean isRead(String key) {
        return NAMES.contains(key)
                || IntStream.range(1, key.length())
                        .filter(dot -> key.charAt(dot) == '.')
                        .anyMatch(dot -> isAsked(key.substring(0, dot), key.substring(dot + 1)));
    }

    /** The pages' words for codes are asked for without the name of their room. */
    private static boolean isAsked(String prefix, String rest) {
        var isKind = KINDS.contains(prefix.replaceFirst("^overview\\.", ""));
        var isBeginning = BEGINNINGS.contains(prefix) && !prefix.equals("overview");
        return ((isKind || isBeginning) && isCode(rest)) || (NAMES.contains(prefix) && ENDS.contains(rest));
    }

    private static boolean isCode(String rest) {
        return Arrays.stream(rest.split("[.,]")).allMatch(CODES::contains);
    }

    private static Set<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(SOURCES)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Enum<?>[] codes) {
        return Arrays.stream(codes).map(Enum::name);
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties store(Language language) {
        var words = new Properties();
        try (var file =
                Files.newBufferedReader(MAIN.resolve("resources/words_%s.properties".formatted(language.code())))) {
            words.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    private static String text(Path folder, String endings) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(" + endings + ")"))
                    .map(WordsTest::text)
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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
