package com.athento.deployment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Camunda's web applications say in Spanish all that they say in English, and show nobody the name of a label. */
class WebAppWordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is filled in, marked up or counted. */
    private static final Pattern FILLED_IN =
            Pattern.compile("\\{\\{\\s*\\w+\\s*}}|\\{}|</?(?:a|br|strong)\\b[^>]*>|&\\w+;|%[ds]");

    /** Names of products, signs, and words that both languages write alike. */
    private static final Set<String> ALIKE = Set.of(
            "Admin",
            "Camunda",
            "Camunda Cockpit",
            "Cockpit",
            "Optimize",
            "Tasklist",
            "CSV",
            "GLOBAL",
            "ID",
            "ID*",
            "JSON",
            "<",
            "<=",
            ">",
            ">=",
            "s",
            "Color",
            "Error",
            "General",
            "Total",
            "Variable",
            "Variable / {{variableName}}",
            "Variables",
            "Variables:");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void saysTheSameInBothLanguages(String app) throws IOException {
        var english = words(app, Language.EN);
        var spanish = words(app, Language.ES);

        assertThat(spanish.keySet())
                .as("compared with the locales/en.json of the web jar")
                .containsExactlyInAnyOrderElementsOf(english.keySet());
        assertThat(english).allSatisfy((key, text) -> {
            var said = spanish.get(key);
            assertThat(filledIn(said)).as(key).isEqualTo(filledIn(text));
            assertThat(said.isBlank()).as("%s is empty", key).isEqualTo(text.isBlank());
            assertThat(said.startsWith(" ") == text.startsWith(" ") && said.endsWith(" ") == text.endsWith(" "))
                    .as("%s stands beside other texts: its spaces at both ends are needed", key)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void saysNothingInEnglish(String app) throws IOException {
        var english = words(app, Language.EN);

        assertThat(words(app, Language.ES))
                .allSatisfy((key, said) -> assertThat(!said.equals(english.get(key)) || isAlike(key, said))
                        .as("%s is English: %s", key, said)
                        .isTrue());
    }

    /** What tells somebody to press a button calls it what it is called. */
    @ParameterizedTest
    @EnumSource
    void callsTheButtonThatTakesATaskByItsName(Language language) throws IOException {
        assertThat(new Words(language).of("script.begin.claim"))
                .contains(words("tasklist", language).get("/labels/CLAIM_TASK"));
    }

    /** How days and times are written is much the same. */
    private static boolean isAlike(String key, String said) {
        return said.isBlank()
                || ALIKE.contains(said)
                || List.of("/dateLocales/calendar/", "/dateLocales/longDateFormat/", "/dateLocales/week/").stream()
                        .anyMatch(key::startsWith);
    }

    private static List<String> filledIn(String text) {
        return FILLED_IN
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(part -> part.replace(" }}", "}}").replace("{{ ", "{{"))
                .sorted()
                .toList();
    }

    /** All texts of a file by their paths in it. */
    private static Map<String, String> words(String app, Language language) throws IOException {
        var file = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(app, language.code());
        try (var content = Objects.requireNonNull(WebAppWordsTest.class.getResourceAsStream(file), file)) {
            var words = new TreeMap<String, String>();
            collect("", JSON.readTree(content), words);
            return words;
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> words) {
        if (node.isObject()) {
            node.properties().forEach(one -> collect(path + "/" + one.getKey(), one.getValue(), words));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), words);
            }
        } else {
            words.put(path, node.asText());
        }
    }
}
