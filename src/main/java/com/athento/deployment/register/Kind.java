package com.athento.deployment.register;

import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.intervention.OneLine;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.WebAddress;
import com.athento.deployment.intervention.WrittenNumber;
import com.athento.deployment.post.MailProperties;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a text may stand for.
 *
 * @param <T> what it is then
 * @param mayBeBare whether a number of JSON says it as well as a text
 * @param whatWouldBeRight ends the sentence about a text that is none, such as {@code is not a date; give one such as
 *     2026-10-05}
 */
record Kind<T>(Reading<T> reading, boolean mayBeBare, String whatWouldBeRight) {

    static final Kind<String> CODE = text(
            text -> text.matches("[A-Z0-9-]{1,20}"),
            "is not a code; give 1 to 20 upper case letters, digits and dashes");

    static final Kind<String> NAME = text(
            text -> text.length() <= 200
                    && OneLine.isOne(text)
                    && text.codePoints().anyMatch(Character::isLetterOrDigit),
            "is not a name; give at most 200 characters on one line, letters among them and without control characters");

    static final Kind<Locale> LOCALE = text(
                    text -> text.matches("es|en"), "is not a language that we write; give es or en")
            .as(Locale::forLanguageTag);

    static final Kind<ZoneId> ZONE = text(
                    text -> ZoneId.getAvailableZoneIds().contains(text),
                    "is not a time zone; give one such as Europe/Madrid")
            .as(ZoneId::of);

    static final Kind<String> URL = text(
            text -> text.length() <= 1000 && WebAddress.isOne(text),
            "is not a web address; give one such as https://acme.example");

    static final Kind<String> ORIGIN = text(
            text -> text.length() <= 1000 && WebAddress.isOne(text) && isOrigin(URI.create(text)),
            "is not the origin of a web page; give one without a path, such as https://acme.example");

    /** As ITU-T E.164 counts its digits; with the country's code, as the vendor calls from another one. */
    static final Kind<String> PHONE = text(
            text -> text.matches("\\+[1-9]\\d*([ .-]\\d+)*")
                    && text.chars().filter(Character::isDigit).count() >= 5
                    && text.chars().filter(Character::isDigit).count() <= 15,
            "is not a telephone number; give + and 5 to 15 digits, the country's code first, such as +34 600 111 222");

    static final Kind<LocalDate> DATE = new Kind<>(Kind::date, false, "is not a date; give one such as 2026-10-05");

    static final Kind<Version> VERSION =
            new Kind<>(Version::parse, false, "is not a version; give numbers joined by dots, such as 24.2.0");

    /** A text as something that it can be read as, or not. */
    @FunctionalInterface
    interface Reading<T> {
        Optional<T> read(String text);
    }

    /** An address that a mail can leave for. */
    static Kind<String> mail(MailProperties mails) {
        return new Kind<>(text -> mails.recipient(text).map(MailAddress::text), false, mails.whatWouldBeRight());
    }

    static Kind<Integer> whole(int least, int most) {
        return new Kind<>(
                text -> number(text).filter(number -> number >= least && number <= most),
                true,
                "is out of range; give a whole number from %d to %d".formatted(least, most));
    }

    static <E extends Enum<E>> Kind<E> word(Class<E> words) {
        return new Kind<>(
                text -> Arrays.stream(words.getEnumConstants())
                        .filter(word -> word.name().equals(text))
                        .findFirst(),
                false,
                "is not known; give one of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")));
    }

    private static Kind<String> text(Predicate<String> right, String whatWouldBeRight) {
        return new Kind<>(text -> Optional.of(text).filter(right), false, whatWouldBeRight);
    }

    private <U> Kind<U> as(Function<T, U> other) {
        return new Kind<>(text -> reading.read(text).map(other), mayBeBare, whatWouldBeRight);
    }

    private static boolean isOrigin(URI address) {
        return address.getPath().isEmpty()
                && address.getQuery() == null
                && address.getFragment() == null
                && address.getUserInfo() == null;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.matches("\\d{4}-.*") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        try {
            return WrittenNumber.read(text).map(BigDecimal::intValueExact);
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }
}
