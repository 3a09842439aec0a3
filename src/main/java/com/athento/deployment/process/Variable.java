package com.athento.deployment.process;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.WebAddress;
import com.athento.deployment.intervention.WrittenNumber;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.type.SpinValueType;
import org.springframework.util.StringUtils;

/**
 * A process variable: its name and type stated once, so that reading and writing it is language.
 *
 * @param <T> what it is in Java; the engine holds a String, Boolean, Integer, Long, Date or JSON, never a serialised
 *     object
 */
public final class Variable<T> {

    /** Where a text stands, and what is wrong with it that no database and no feed can hold. */
    public static final String UNPRINTABLE = "%s: the text has an unprintable character; remove it";

    /** A String of more characters fails the engine's transaction. */
    static final int LONGEST_TEXT = 4000;

    private static final int LONGEST_SHOWN = 60;

    /** Beyond these, databases and the engine disagree about what a time is. */
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Pattern UNSEEN_AT_THE_ENDS = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]++|[\\s\\p{Z}\\p{Cf}]++$");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final ValueType type;
    private final List<T> values;
    private final Function<Object, T> read;
    private final Function<T, Object> write;

    private Variable(String name, ValueType type, Function<Object, T> read, Function<T, Object> write) {
        this(name, type, List.of(), read, write);
    }

    private Variable(String name, ValueType type, List<T> values, Function<Object, T> read, Function<T, Object> write) {
        this.name = name;
        this.type = type;
        this.values = values;
        this.read = read;
        this.write = write;
    }

    static Variable<String> text(String name) {
        return text(name, LONGEST_TEXT);
    }

    /** Free text of at most so many characters; blank counts as absent. */
    static Variable<String> text(String name, int longest) {
        return new Variable<>(name, ValueType.STRING, raw -> freeText(name, longest, raw), text -> text);
    }

    /** A link, as somebody may follow it from a mail or a page: nothing else is taken. */
    static Variable<String> webAddress(String name, String example) {
        return new Variable<>(
                name,
                ValueType.STRING,
                raw -> webAddress(name, example, freeText(name, 1000, raw)),
                address -> address);
    }

    static Variable<Boolean> yesNo(String name) {
        return new Variable<>(
                name, ValueType.BOOLEAN, List.of(true, false), raw -> yesOrNo(name, raw), answer -> answer);
    }

    static Variable<Integer> whole(String name) {
        return new Variable<>(
                name, ValueType.INTEGER, raw -> exact(name, raw, BigDecimal::intValueExact), number -> number);
    }

    static Variable<Long> count(String name) {
        return new Variable<>(
                name, ValueType.LONG, raw -> exact(name, raw, BigDecimal::longValueExact), number -> number);
    }

    static Variable<Instant> moment(String name) {
        return new Variable<>(name, ValueType.DATE, raw -> instant(name, raw), Date::from);
    }

    static <E extends Enum<E>> Variable<E> word(String name, Class<E> words) {
        return new Variable<>(
                name, ValueType.STRING, List.of(words.getEnumConstants()), raw -> oneOf(name, words, raw), Enum::name);
    }

    static Variable<List<Finding>> findings(String name) {
        return new Variable<>(name, SpinValueType.JSON, Variable::readFindings, Variable::writeFindings);
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
        return values.stream().map(write).toList();
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
        return parse(scope.getVariable(name));
    }

    /** The same where answers by name are not, or not yet, those of a process. */
    public Optional<T> find(Function<String, ?> answers) {
        return parse(answers.apply(name));
    }

    /**
     * The value that an answer must give.
     *
     * @throws Refused if the answer left it out: {@code name: <what would be right>}
     */
    public T required(VariableScope scope, String whatWouldBeRight) {
        return required(scope::getVariable, whatWouldBeRight);
    }

    /** The same where answers by name are not, or not yet, those of a process. */
    public T required(Function<String, ?> answers, String whatWouldBeRight) {
        return parse(answers.apply(name)).orElseThrow(() -> Refused.because("%s: missing; %s", name, whatWouldBeRight));
    }

    /**
     * A raw value as this variable's type; null and blank text are absent.
     *
     * @throws Refused if it is none: the sentence names the variable, repeats the value and says what would be right
     */
    public Optional<T> parse(Object raw) {
        return raw == null || (raw instanceof String text && trimmed(text).isEmpty())
                ? Optional.empty()
                : Optional.of(read.apply(raw));
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

    /** Gives a submitted value the type that the engine shall hold; a value of that type stays untouched. */
    void normalise(VariableScope scope) {
        var raw = scope.getVariable(name);
        var typed = typed(raw);
        if (raw != null && !raw.equals(typed)) {
            scope.setVariable(name, typed);
        }
    }

    /**
     * A submitted value as the engine shall hold it.
     *
     * @throws Refused if it is none
     */
    Object typed(Object submitted) {
        return parse(submitted).map(write).orElse(null);
    }

    /**
     * What to answer to a file, an object and the like, of which nothing is read; and to a type that does not exist.
     *
     * @param submitted what the value claims to be, such as {@code Bytes}
     */
    public Refused ofWrongType(String submitted) {
        return Refused.because(
                "%s: a value of type '%s' is not possible; send it as %s %s",
                name,
                shown(StringUtils.capitalize(submitted)),
                type == ValueType.INTEGER ? "an" : "a",
                StringUtils.capitalize(type.getName()));
    }

    /** The value as the engine holds it. */
    public Object raw(T value) {
        return value == null ? null : write.apply(value);
    }

    @Override
    public String toString() {
        return name;
    }

    private static String freeText(String name, int longest, Object raw) {
        if (!(raw instanceof String submitted)) {
            throw Refused.because("%s: '%s' is not a text; send it as a String", name, shown(raw));
        }
        var text = trimmed(submitted);
        if (text.length() > longest) {
            throw Refused.because(
                    "%s: the text has %,d characters; at most %,d are possible", name, text.length(), longest);
        }
        if (!PlainText.isOne(text)) {
            throw Refused.because(UNPRINTABLE, name);
        }
        return text;
    }

    private static String webAddress(String name, String example, String text) {
        if (!WebAddress.isOne(text)) {
            throw Refused.because("%s: '%s' is not a web address; give one such as %s", name, shown(text), example);
        }
        return text;
    }

    /** Without what nobody sees at either end: spaces of any width, and none. */
    private static String trimmed(String text) {
        return UNSEEN_AT_THE_ENDS.matcher(text).replaceAll("");
    }

    private static Boolean yesOrNo(String name, Object raw) {
        if (raw instanceof Boolean answer) {
            return answer;
        }
        return switch (String.valueOf(raw)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refused.because("%s: '%s' is neither true nor false; give one of them", name, shown(raw));
        };
    }

    private static <N> N exact(String name, Object raw, Function<BigDecimal, N> conversion) {
        var number = Optional.ofNullable(raw)
                .filter(value -> value instanceof Number || value instanceof String)
                .flatMap(value -> WrittenNumber.read(String.valueOf(value).strip()))
                .orElseThrow(
                        () -> Refused.because("%s: '%s' is not a whole number; give one such as 30", name, shown(raw)));
        try {
            return conversion.apply(number);
        } catch (ArithmeticException notExact) {
            throw Refused.because("%s: %s is not a whole number in range; give one such as 30", name, shown(raw));
        }
    }

    private static Instant instant(String name, Object raw) {
        try {
            var instant = raw instanceof Date date
                    ? date.toInstant()
                    : OffsetDateTime.parse(String.valueOf(raw).strip()).toInstant();
            if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
                throw Refused.because(
                        "%s: '%s' is in no year that can be meant; give a time such as 2027-01-15T22:00:00+01:00",
                        name, shown(raw));
            }
            return instant;
        } catch (DateTimeParseException notATime) {
            throw Refused.because(
                    "%s: '%s' is not a time with offset; give one such as 2027-01-15T22:00:00+01:00", name, shown(raw));
        }
    }

    private static <E extends Enum<E>> E oneOf(String name, Class<E> words, Object raw) {
        var code = String.valueOf(raw).strip();
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.because(
                        "%s: '%s' is not known; give one of %s",
                        name,
                        shown(raw),
                        Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static List<Finding> readFindings(Object raw) {
        try {
            var json = raw instanceof SpinJsonNode node ? node.toString() : String.valueOf(raw);
            return JSON.readValue(json, new TypeReference<List<Finding>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the findings of this intervention are no JSON array of findings", broken);
        }
    }

    private static Object writeFindings(List<Finding> findings) {
        try {
            return Spin.JSON(JSON.writeValueAsString(findings));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A value as a sentence may repeat it: on one line, and not longer than a line. */
    public static String shown(Object raw) {
        var written = raw instanceof Date date ? date.toInstant() : raw;
        return PlainText.shortened(
                PlainText.shown(String.valueOf(written)).replaceAll("\\s+", " ").strip(), LONGEST_SHOWN);
    }
}
