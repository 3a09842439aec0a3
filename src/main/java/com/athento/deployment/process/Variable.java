package com.athento.deployment.process;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Sentence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.springframework.util.StringUtils;

/**
 * A process variable: its name and type stated once, so that reading and writing it is language.
 *
 * @param <T> what it is in Java; the engine holds a String, Boolean, Integer, Long, Date or JSON, never a serialised
 *     object
 */
public final class Variable<T> {

    private final String name;
    private final ValueType type;
    private final Kind<T> kind;

    Variable(String name, ValueType type, Kind<T> kind) {
        this.name = name;
        this.type = type;
        this.kind = kind;
    }

    public String name() {
        return name;
    }

    /** What the engine holds. */
    public ValueType type() {
        return type;
    }

    /** All that it can be, as the engine holds it, if that can be counted; else empty. */
    public List<Object> values() {
        return kind.values().stream().map(kind::held).toList();
    }

    /**
     * Its value.
     *
     * @throws IllegalStateException if it has none; the sentence tells an operator what to do, since that is who reads
     *     it
     */
    public T in(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException(
                        "This intervention has no '%s'; set it in Cockpit and retry the job".formatted(name)));
    }

    /** Its value, unless it is null or was never set. */
    public Optional<T> find(VariableScope scope) {
        return find(scope::getVariable);
    }

    /** The same where answers by name are not, or not yet, those of a process. */
    public Optional<T> find(Function<String, ?> answers) {
        return parse(answers.apply(name));
    }

    /**
     * The value that an answer must give.
     *
     * @param code of the sentence that says what would be right, after {@code name: missing;}
     * @throws Refused if the answer left it out
     */
    public T required(VariableScope scope, String code, Object... parts) {
        return required(scope::getVariable, code, parts);
    }

    /** The same where answers by name are not, or not yet, those of a process. */
    public T required(Function<String, ?> answers, String code, Object... parts) {
        return find(answers).orElseThrow(() -> Refused.because("refused.missing", name, Sentence.of(code, parts)));
    }

    /**
     * A raw value as this variable's type; null and blank text are absent.
     *
     * @throws Refused if it is none: the sentence names the variable, repeats the value and says what would be right
     */
    public Optional<T> parse(Object raw) {
        return isAbsent(raw) ? Optional.empty() : Optional.of(kind.read(name, raw));
    }

    private static boolean isAbsent(Object raw) {
        return raw == null
                || (raw instanceof String text && PlainText.trimmed(text).isEmpty());
    }

    /**
     * Sets it, or clears it if the value is null; an expression may read it either way. What is so already stays
     * untouched: the engine would read and write its row in the history anew.
     */
    public void put(VariableScope scope, T value) {
        var raw = raw(value);
        if (!scope.hasVariable(name) || !Objects.equals(scope.getVariable(name), raw)) {
            scope.setVariable(name, raw);
        }
    }

    /** Sets it in this scope only, where an outer one has the same name. */
    public void putLocal(VariableScope scope, T value) {
        scope.setVariableLocal(name, raw(value));
    }

    public void clear(VariableScope scope) {
        put(scope, null);
    }

    /**
     * A submitted value as the engine shall hold it.
     *
     * @throws Refused if it is none
     */
    Object typed(Object submitted) {
        return parse(submitted).map(kind::held).orElse(null);
    }

    /** The value as the engine holds it. */
    public Object raw(T value) {
        return value == null ? null : kind.held(value);
    }

    /**
     * What to answer to a file, an object and the like, of which nothing is read; and to a type that does not exist.
     *
     * @param submitted what the value claims to be, such as {@code Bytes}
     */
    public Refused ofWrongType(String submitted) {
        return Refused.because(
                type == ValueType.INTEGER ? "refused.value.type-integer" : "refused.value.type",
                name,
                PlainText.quoted(StringUtils.capitalize(submitted)),
                StringUtils.capitalize(type.getName()));
    }

    @Override
    public String toString() {
        return name;
    }
}
