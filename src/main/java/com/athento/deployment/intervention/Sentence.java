package com.athento.deployment.intervention;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence before it is in a language, as rules say it.
 *
 * @param code its name in {@code words_<language>.properties}, such as {@code refused.window.past}
 * @param parts what stands in it: numbers, texts that are the same in every language, and what is said itself
 */
public record Sentence(String code, ArrayList<Object> parts) implements Said {

    private static final String PLAIN = "refused.plain";

    /** Whatever is no number and is not said stands in it as its text. */
    public static Sentence of(String code, Object... parts) {
        return new Sentence(
                code, new ArrayList<>(Stream.of(parts).map(Sentence::kept).toList()));
    }

    /** What somebody else wrote, and nobody can translate. */
    public static Sentence plain(String text) {
        return new Sentence(PLAIN, new ArrayList<>(List.of(text)));
    }

    /** One of several: {@code A, B or C}. */
    public static Said or(Object... words) {
        return joined("refused.or", words);
    }

    /** All of several: {@code A, B and C}. */
    public static Said and(Object... words) {
        return joined("refused.and", words);
    }

    private static Said joined(String code, Object... words) {
        var last = words.length - 1;
        return last == 0
                ? of(PLAIN, words)
                : of(
                        code,
                        Stream.of(words).limit(last).map(String::valueOf).collect(Collectors.joining(", ")),
                        words[last]);
    }

    private static Object kept(Object part) {
        return part instanceof Number || part instanceof Said ? part : String.valueOf(part);
    }

    @Override
    public String in(Language language) {
        return new Words(language)
                .of(code, parts.stream().map(part -> said(part, language)).toArray());
    }

    private static Object said(Object part, Language language) {
        return part instanceof Said inner ? inner.in(language) : part;
    }

    /** In English, as in logs. */
    @Override
    public String toString() {
        return in(Language.EN);
    }
}
