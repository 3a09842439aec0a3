package com.athento.deployment.process.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of every form of the model is there in both languages, and the form gets through the change unharmed. */
class FormTextsTest {

    private static final Path ROOM = Path.of("bpmn");

    private static final Map<String, String> ENGLISH = texts(Language.EN);
    private static final Map<String, String> SPANISH = texts(Language.ES);

    private static final Pattern TAG =
            Pattern.compile("(?s)(</?[a-zA-Z](?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+>)([^<]*+)");

    private static final Pattern READ = Pattern.compile("\\s(placeholder|aria-label|title|alt)=\"([^\"]*)\"");

    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

    /** These mean the same everywhere. */
    private static final Set<String> NO_WORDS = Set.of("https://…", "UTC", "UTC (");

    /** These are the same word in both languages. */
    private static final Set<String> SAME_WORD = Set.of("No", "Plan", "Hotfix.");

    static Stream<Path> forms() throws IOException {
        try (var files = Files.list(ROOM.resolve("forms"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyTextThatIsReadHasItsKey(Path form) {
        assertThat(texts(form).stream().filter(text -> text.key == null && text.hasWords()))
                .as("texts without data-text (of an attribute: data-text-<its name>)")
                .isEmpty();
    }

    /** Designers read it in the form, and readers of English get it from there. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void theTextInTheFormIsTheEnglishOne(Path form) {
        assertThat(texts(form).stream().filter(text -> text.key != null))
                .allSatisfy(text -> assertThat(text.content).as(text.key).isEqualTo(ENGLISH.get(text.key)));
    }

    @Test
    void noTextIsMissingInALanguageOrLeftOver() throws IOException {
        var read = forms().flatMap(form -> texts(form).stream())
                .filter(text -> text.key != null)
                .map(Text::key)
                .collect(Collectors.toSet());

        assertThat(ENGLISH.keySet()).containsExactlyInAnyOrderElementsOf(read);
        assertThat(SPANISH.keySet()).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void spanishIsNotEnglish() {
        var same = new TreeMap<>(ENGLISH);
        same.entrySet()
                .removeIf(text -> !text.getValue().equals(SPANISH.get(text.getKey()))
                        || SAME_WORD.contains(text.getValue())
                        || !LETTERS.matcher(EXPRESSION.matcher(text.getValue()).replaceAll(""))
                                .find());

        assertThat(same).isEmpty();
    }

    /** What a text calculates is no matter of language. */
    @Test
    void bothLanguagesCalculateTheSame() {
        assertThat(ENGLISH)
                .allSatisfy((key, text) -> assertThat(expressions(SPANISH.get(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(expressions(text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void nothingButTextsChanges(Path form) throws IOException {
        var deployed = Files.readString(form);
        var spanish = FormTexts.turn(deployed, ENGLISH, SPANISH);

        assertThat(FormTexts.turn(deployed, ENGLISH, ENGLISH)).isEqualTo(deployed);
        assertThat(spanish).isNotEqualTo(deployed);
        assertThat(FormTexts.turn(spanish, SPANISH, ENGLISH)).isEqualTo(deployed);
    }

    @Test
    void onlyWhatIsMarkedIsFilledIn() {
        var form = """
                <!-- <b data-text="a">One</b> -->
                <b data-text="a">One</b> One <INPUT ng-if="x > 1 && y" data-text-placeholder="b" placeholder="Two &amp; more"/>
                <p title='Two'
                   data-text="b"> Two &amp; more
                </p><b data-text="a">Another one</b><b data-text="c">Three</b>
                <script cam-script>if (1 <b && b> 2) { say('<b data-text="a">One</b>'); }</script>
                """;

        assertThat(FormTexts.turn(
                        form,
                        Map.of("form.a", "One", "form.b", "Two & more"),
                        Map.of("form.a", "Un $1", "form.b", "\"Dos\" < 3")))
                .isEqualTo("""
                        <!-- <b data-text="a">One</b> -->
                        <b data-text="a">Un $1</b> One <INPUT ng-if="x > 1 && y" data-text-placeholder="b" placeholder="&quot;Dos&quot; &lt; 3"/>
                        <p title='Two'
                           data-text="b"> "Dos" &lt; 3
                        </p><b data-text="a">Another one</b><b data-text="c">Three</b>
                        <script cam-script>if (1 <b && b> 2) { say('<b data-text="a">One</b>'); }</script>
                        """);
    }

    /**
     * What somebody reads, or an assistant reads out.
     *
     * @param key null where it has none
     */
    private record Text(String key, String content) {

        boolean hasWords() {
            var words = EXPRESSION.matcher(content).replaceAll("").strip();
            return LETTERS.matcher(words).find() && !NO_WORDS.contains(words.replaceAll(" *\\)?$", ""));
        }
    }

    private static List<Text> texts(Path form) {
        var texts = new ArrayList<Text>();
        TAG.matcher(read(form).replaceAll("(?s)<!--.*?-->|<script\\b.*?</script>", ""))
                .results()
                .forEach(part -> {
                    texts.add(new Text(
                            key(part.group(1), "data-text"), part.group(2).strip()));
                    READ.matcher(part.group(1))
                            .results()
                            .map(found -> new Text(key(part.group(1), "data-text-" + found.group(1)), found.group(2)))
                            .forEach(texts::add);
                });
        return texts;
    }

    private static String key(String tag, String attribute) {
        return Pattern.compile("\\s" + attribute + "=\"([^\"]+)\"")
                .matcher(tag)
                .results()
                .map(found -> "form." + found.group(1))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> expressions(String text) {
        return EXPRESSION
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, String> texts(Language language) {
        var texts = new TreeMap<>(new ModelWords(language).all());
        texts.keySet().removeIf(key -> !key.startsWith("form."));
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
