package com.athento.deployment.register;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The fields of an entry, read strictly: whatever is wrong with one of them, or not known, goes to the faults. Values
 * that are wrong are read as null or empty, so only an entry without faults is worth keeping.
 */
final class Fields {

    /** In the register file: {@code last-update}. */
    static final UnaryOperator<String> DASHED = name -> name;

    /** In JSON: {@code lastUpdate}. */
    static final UnaryOperator<String> CAMEL = name -> Pattern.compile("-(.)")
            .matcher(name)
            .replaceAll(dash -> dash.group(1).toUpperCase(Locale.ROOT));

    private final Written entry;
    private final UnaryOperator<String> naming;
    private final Faults faults;
    private final TreeSet<String> known = new TreeSet<>();

    Fields(Written entry, UnaryOperator<String> naming, Faults faults) {
        this.entry = entry;
        this.naming = naming;
        this.faults = faults;
        if (entry.entries().isEmpty()) {
            faults.add(entry.place(), Sentence.of("refused.register.no-entry"));
        }
    }

    String place() {
        return entry.place();
    }

    /** A value that must be there. */
    <T> T required(String name, Kind<T> kind) {
        return required(name, kind, Optional.empty());
    }

    /** A value that must be there, unless another one stands already. */
    <T> T required(String name, Kind<T> kind, Optional<T> standing) {
        if (!has(name) && standing.isPresent()) {
            return standing.get();
        }
        if (given(name).isEmpty()) {
            fault(name, "refused.register.missing");
        }
        return given(name).flatMap(value -> text(name, value, kind)).orElse(null);
    }

    /** A value that may be there; absent where it is written as null. */
    <T> Optional<T> optional(String name, Kind<T> kind, Optional<T> standing) {
        return has(name) ? given(name).flatMap(value -> text(name, value, kind)) : standing;
    }

    /** The same for a number or a truth value, which JSON may write without quotes. */
    <T> Optional<T> number(String name, Kind<T> kind, Optional<T> standing) {
        return has(name) ? given(name).flatMap(value -> read(name, value, kind)) : standing;
    }

    /** Fields one level below; absent where they are written as null. */
    Optional<Fields> fields(String name) {
        return given(name).map(this::below);
    }

    /** The same, where each fault says what it is about. */
    Optional<Fields> fields(String name, UnaryOperator<Sentence> about) {
        return given(name).map(other -> new Fields(other, naming, faults.about(about)));
    }

    /** A list of entries; empty where there is none. */
    List<Fields> list(String name) {
        return items(name).stream().map(this::below).toList();
    }

    /** The same where so many are more than anybody means. */
    List<Fields> list(String name, int most) {
        var entries = items(name);
        if (entries.size() > most) {
            fault(name, "refused.register.too-many", entries.size(), most);
            return List.of();
        }
        return entries.stream().map(this::below).toList();
    }

    /** A list of single values, each once; empty where there is none. */
    <T> List<T> values(String name, Kind<T> kind) {
        return items(name).stream()
                .flatMap(item -> text(name, item, kind).stream())
                .distinct()
                .toList();
    }

    private List<Written> items(String name) {
        var value = given(name);
        if (value.isPresent() && value.get().items().isEmpty()) {
            fault(name, "refused.register.no-list");
        }
        return value.flatMap(Written::items).orElse(List.of());
    }

    private Fields below(Written other) {
        return new Fields(other, naming, faults);
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    /** What is wrong with a field beyond its kind. */
    void fault(String name, String code, Object... parts) {
        faults.add(
                find(name).map(Written::place).orElse(entry.place()),
                Sentence.of("refused.register.field", naming.apply(name), Sentence.of(code, parts)));
    }

    /** To be called when all fields have been read: no others are possible. */
    void noOthers() {
        written().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(
                        written().get(name).place(),
                        Sentence.of(
                                "refused.register.unknown-field", PlainText.quoted(name), String.join(", ", known))));
    }

    private <T> Optional<T> text(String name, Written value, Kind<T> kind) {
        if (value.bare()) {
            fault(
                    name,
                    "refused.register.no-text",
                    PlainText.quoted(value.text().orElseThrow()));
            return Optional.empty();
        }
        return read(name, value, kind);
    }

    private <T> Optional<T> read(String name, Written value, Kind<T> kind) {
        if (value.text().isEmpty()) {
            fault(name, "refused.register.no-single-value");
            return Optional.empty();
        }
        return faults.reading(
                value.place(), () -> kind.read(naming.apply(name), value.text().get()));
    }

    private Optional<Written> given(String name) {
        return find(name).filter(written -> !written.isNothing());
    }

    private Optional<Written> find(String name) {
        var written = naming.apply(name);
        known.add(written);
        return Optional.ofNullable(written().get(written));
    }

    private Map<String, Written> written() {
        return entry.entries().orElse(Map.of());
    }
}
