package com.athento.deployment.settings;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The names of our settings, as the records say that take them. */
class KnownSettings {

    /** A name that stands for itself. */
    private final TreeSet<String> single = new TreeSet<>();

    /** A name below which others are free, or numbered. */
    private final TreeSet<String> open = new TreeSet<>();

    KnownSettings(Collection<Class<?>> records) {
        records.forEach(
                type -> add(type.getAnnotation(ConfigurationProperties.class).value(), type));
    }

    private void add(String prefix, Class<?> type) {
        for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
            var name = prefix + "." + name(parameter);
            var of = parameter.getType();
            if (of.isRecord()) {
                add(name, of);
            } else if (Map.class.isAssignableFrom(of) || Collection.class.isAssignableFrom(of)) {
                open.add(name);
            } else {
                single.add(name);
            }
        }
    }

    private static String name(Parameter parameter) {
        return Optional.ofNullable(parameter.getAnnotation(Name.class))
                .map(Name::value)
                .orElseGet(() -> DataObjectPropertyName.toDashedForm(parameter.getName()));
    }

    /** Whether it is one, in any of the spellings that count as the same. */
    boolean has(String written) {
        var name = ConfigurationPropertyName.adapt(written, '.');
        return single.stream().map(ConfigurationPropertyName::of).anyMatch(name::equals)
                || open.stream()
                        .map(ConfigurationPropertyName::of)
                        .anyMatch(one -> one.equals(name) || one.isAncestorOf(name));
    }

    /** The same for a variable of the environment, which knows neither dots nor dashes. */
    boolean hasVariable(String variable) {
        var letters = letters(variable);
        return single.stream().map(KnownSettings::letters).anyMatch(letters::equals)
                || open.stream().map(KnownSettings::letters).anyMatch(letters::startsWith);
    }

    /** The one that was probably meant. */
    String nearest(String written) {
        var letters = letters(written);
        return Arrays.asList(single, open).stream()
                .flatMap(Collection::stream)
                .min(Comparator.<String>comparingInt(name -> distance(letters, letters(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static String letters(String name) {
        return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }

    /** Letters to change, add or leave out (Levenshtein). */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
