package com.athento.deployment.intervention;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * All that people read in one language, by name: {@code words_en.properties} and {@code words_es.properties}, with the
 * syntax of {@link MessageFormat}.
 */
public record Words(Language language) {

    private static final String FILE = "words";

    /** The word for a code, for instance {@code risk.HIGH}. */
    public String code(String prefix, Enum<?> code) {
        return of(prefix + "." + code.name());
    }

    public String of(String key, Object... values) {
        return format(all().getString(key)).format(values);
    }

    /** What stands under that name, if anything does. */
    public Optional<MessageFormat> find(String key) {
        return Optional.of(all()).filter(texts -> texts.containsKey(key)).map(texts -> format(texts.getString(key)));
    }

    /** Whatever begins with that, by its whole name. */
    public Map<String, String> under(String prefix) {
        var found = new TreeMap<String, String>();
        all().keySet().stream().filter(key -> key.startsWith(prefix + ".")).forEach(key -> found.put(key, of(key)));
        return found;
    }

    /** Moments in these words, on the clocks of that zone. */
    public Moments in(ZoneId zone) {
        return new Moments(this, zone);
    }

    /**
     * What is done, as a noun: "upgrade of Athento from version 24.1.0 to 24.2.0".
     *
     * @param product what the product is called
     * @param from the version that runs; may be null
     * @param to the version that is to run; null where none moves
     */
    public String what(String product, ChangeKind kind, String from, String to) {
        return kind.movesVersion()
                ? of(from == null ? "what.to" : "what.from-to", product, to, from)
                : of("what." + kind.name());
    }

    /** How long an instance may be unavailable: "10 minutes". */
    public String unavailability(DeploymentType type) {
        return type.maximumDowntime() == 0
                ? of("unavailability.none")
                : of("unavailability.minutes", type.maximumDowntime());
    }

    /** All that the table says about a type: "Type 3: impact medium-high, weekly, …". */
    public String type(DeploymentType type) {
        return of(
                "type.says",
                type.number(),
                code("impact", type.impact()),
                code("frequency", type.frequency()),
                unavailability(type));
    }

    private MessageFormat format(String text) {
        return new MessageFormat(text, language.locale());
    }

    private ResourceBundle all() {
        return ResourceBundle.getBundle(
                FILE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
