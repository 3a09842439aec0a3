package com.athento.deployment.intervention;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the elements of the models are called and say in one language, by their ids: {@code bpmn/texts_en.properties}
 * and {@code bpmn/texts_es.properties}, plain texts that designers write.
 */
public record ModelWords(Language language) {

    private static final String FILE = "bpmn/texts";

    private static final Map<Language, Map<String, String>> TEXTS = Arrays.stream(Language.values())
            .collect(Collectors.toMap(
                    Function.identity(), ModelWords::read, (one, other) -> one, () -> new EnumMap<>(Language.class)));

    /** All of them, by their names. */
    public Map<String, String> all() {
        return TEXTS.get(language);
    }

    /** What stands under that name, if anything does. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(all().get(key));
    }

    /**
     * What an element is called.
     *
     * @param kept what the engine or a table has kept of it, and what it is called where nobody knows it: an element of
     *     an older version, for instance; may be null
     */
    public String label(String id, String kept) {
        return said(id, kept);
    }

    /**
     * What an element is for, what a task asks for.
     *
     * @param kept as for a label
     */
    public String documentation(String id, String kept) {
        return said(id + ".documentation", kept);
    }

    /** What is known in one of our languages under a name with that beginning, in this one. */
    public Optional<String> known(String beginning, String text) {
        return TEXTS.values().stream()
                .flatMap(texts -> texts.entrySet().stream())
                .filter(entry ->
                        entry.getKey().startsWith(beginning) && entry.getValue().equals(text))
                .findFirst()
                .flatMap(entry -> find(entry.getKey()));
    }

    /** The models are written in English: what an older version of one says stays in English as it was. */
    private String said(String key, String kept) {
        if (language == Language.EN && kept != null && !isOfAnotherLanguage(key, kept)) {
            return kept;
        }
        return find(key).orElse(kept);
    }

    private boolean isOfAnotherLanguage(String key, String kept) {
        return TEXTS.entrySet().stream()
                .anyMatch(texts -> texts.getKey() != language
                        && kept.equals(texts.getValue().get(key)));
    }

    private static Map<String, String> read(Language language) {
        var bundle = ResourceBundle.getBundle(
                FILE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var texts = new TreeMap<String, String>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }
}
