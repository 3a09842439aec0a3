package com.athento.deployment.process;

import com.athento.deployment.intervention.Choice;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.WebAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a value may be, whatever door it comes through: a form, a query, the register, the demo's clock.
 *
 * @param <T> what it is in Java
 */
@FunctionalInterface
public interface Kind<T> {

    /**
     * Reads a value.
     *
     * @param where what a refusal calls the place, such as a variable's name
     * @throws Refused if it is none: the sentence names the place, repeats the value and says what would be right
     */
    T read(String where, Object given);

    /** All that it can be, if that can be counted; else empty. */
    default List<T> values() {
        return List.of();
    }

    /** The value as the engine holds it. */
    default Object held(T value) {
        return value;
    }

    /** What is of this kind first, and then of another one. */
    default <U> Kind<U> then(Kind<U> next) {
        return (where, given) -> next.read(where, read(where, given));
    }

    /**
     * What a text can be read as, without spaces at its ends.
     *
     * @param code of what ends the sentence about a text that is none, such as {@code is not a date; give one such as
     *     2026-10-05}
     */
    static <T> Kind<T> of(Function<String, Optional<T>> reading, String code, Object... parts) {
        return of(reading, Sentence.of(code, parts));
    }

    static <T> Kind<T> of(Function<String, Optional<T>> reading, Sentence whatWouldBeRight) {
        return (where, given) -> reading.apply(String.valueOf(given).strip())
                .orElseThrow(
                        () -> Refused.because("refused.value.none", where, PlainText.quoted(given), whatWouldBeRight));
    }

    static <E extends Enum<E>> Kind<E> word(Class<E> words) {
        return new Word<>(new Choice<>(words));
    }

    /** A link, as somebody may follow it from a mail or a page. */
    static Kind<String> webAddress(String example) {
        return of(text -> Optional.of(text).filter(WebAddress::isOne), WebAddress.whatWouldBeRight(example));
    }

    /** A point in time, with its offset. */
    static Kind<Instant> moment() {
        return new Moment();
    }

    static Kind<Version> version(String example) {
        return of(Version::parse, "refused.value.version", example);
    }
}
