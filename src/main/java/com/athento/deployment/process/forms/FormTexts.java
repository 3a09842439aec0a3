package com.athento.deployment.process.forms;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of the model's forms in another language. A form carries its English ones, so that a designer reads them;
 * an element says by {@code data-text="approve.suitable"} which one its text is, and by
 * {@code data-text-placeholder="…"} which one the attribute {@code placeholder} is.
 */
final class FormTexts {

    private static final String FORM = "form.";

    /** What is left alone, or a tag and the text behind it; quoted values may contain what ends a tag. */
    private static final Pattern PART = Pattern.compile(
            "(?s)<!--.*?-->|<script\\b.*?</script>|(<[a-zA-Z](?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+>)([^<]*+)");

    private static final Pattern MARK = Pattern.compile("\\sdata-text(?:-([a-z-]+))?=\"([^\"]+)\"");

    private FormTexts() {}

    /**
     * A text that is not the English one of its key stays: it stands in a form of an older version, and means something
     * else than what is there now.
     *
     * @param form as it was deployed
     */
    static String in(Language language, String form) {
        return turn(form, new ModelWords(Language.EN).all(), new ModelWords(language).all());
    }

    static String turn(String form, Map<String, String> from, Map<String, String> to) {
        return PART.matcher(form)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) == null ? part.group() : turn(part.group(1), part.group(2), from, to)));
    }

    private static String turn(String tag, String text, Map<String, String> from, Map<String, String> to) {
        var turned = tag;
        var content = text;
        for (var mark = MARK.matcher(tag); mark.find(); ) {
            var key = FORM + mark.group(2);
            if (from.containsKey(key) && to.containsKey(key)) {
                var before = escape(from.get(key));
                var after = escape(to.get(key));
                if (mark.group(1) != null) {
                    turned = turned.replace(attribute(mark.group(1), before), attribute(mark.group(1), after));
                } else if (text.strip().equals(before)) {
                    content = text.replace(before, after);
                }
            }
        }
        return turned + content;
    }

    private static String attribute(String name, String escaped) {
        return " %s=\"%s\"".formatted(name, escaped.replace("\"", "&quot;"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
