package com.athento.deployment.process;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Sentence;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.BeanUtils;

/**
 * A list that somebody submits as JSON, such as the flags of a request: objects of which every field is a text or one
 * of a few words, and none may be left out. The engine holds it as JSON.
 *
 * @param type of an entry; its components are the fields
 * @param fields what each may be, in the order of the components
 * @param name what an entry is called; two of one name are refused
 */
record Entries<T extends Record>(Class<T> type, Map<String, Kind<?>> fields, Function<T, String> name)
        implements Kind<List<T>> {

    /** More than that nobody reads. */
    private static final int MOST = 100;

    /** Characters of each text. */
    private static final int LONGEST = 500;

    static <T extends Record> Entries<T> of(Class<T> type, Function<T, String> name) {
        var fields = new LinkedHashMap<String, Kind<?>>();
        for (var component : type.getRecordComponents()) {
            fields.put(component.getName(), kind(component.getType()));
        }
        return new Entries<>(type, fields, name);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Kind<?> kind(Class<?> component) {
        return component.isEnum() ? Kind.word((Class) component) : new Text(LONGEST);
    }

    @Override
    public List<T> read(String where, Object given) {
        var array = JsonArrays.read(given)
                .orElseThrow(
                        () -> Refused.because("refused.entries.none", where, PlainText.quoted(given), fieldNames()));
        if (array.size() > MOST) {
            throw Refused.because("refused.entries.too-many", where, array.size(), MOST);
        }
        var entries = new ArrayList<T>();
        var names = new HashSet<String>();
        for (var entry : array) {
            var read = entry("%s: %d".formatted(where, entries.size() + 1), entry);
            if (!names.add(name.apply(read))) {
                throw Refused.because("refused.entries.twice", where, PlainText.quoted(name.apply(read)));
            }
            entries.add(read);
        }
        return List.copyOf(entries);
    }

    private T entry(String where, JsonNode json) {
        if (!json.isObject()) {
            throw Refused.because("refused.entries.no-object", where, PlainText.quoted(json), fieldNames());
        }
        json.fieldNames().forEachRemaining(field -> {
            if (!fields.containsKey(field)) {
                throw Refused.because("refused.entries.field", where, PlainText.quoted(field), fieldNames());
            }
        });
        var values = fields.entrySet().stream()
                .map(field ->
                        value("%s. %s".formatted(where, field.getKey()), field.getValue(), json.get(field.getKey())))
                .toArray();
        return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type), values);
    }

    private static Object value(String where, Kind<?> kind, JsonNode json) {
        if (json == null
                || json.isNull()
                || (json.isTextual() && PlainText.trimmed(json.textValue()).isEmpty())) {
            throw Refused.because("refused.missing", where, whatIsRight(kind));
        }
        return kind.read(where, json.isTextual() ? json.textValue() : json);
    }

    private static Sentence whatIsRight(Kind<?> kind) {
        return kind.values().isEmpty()
                ? Sentence.of("refused.entries.text")
                : Sentence.of(
                        "refused.give",
                        Sentence.or(kind.values().stream().map(Object::toString).toArray()));
    }

    private String fieldNames() {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .reduce("%s, %s"::formatted)
                .orElseThrow();
    }

    @Override
    public Object held(List<T> entries) {
        return JsonArrays.held(entries);
    }
}
