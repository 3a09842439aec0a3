package com.athento.deployment.register;

import com.athento.deployment.intervention.OneLine;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.WebAddress;
import com.athento.deployment.intervention.WrittenDay;
import com.athento.deployment.intervention.WrittenNumber;
import com.athento.deployment.process.Kind;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What the fields of the register may be. */
final class Kinds {

    static final Kind<String> CODE = text(
            text -> text.matches("[A-Z0-9-]{1,20}"),
            "is not a code; give 1 to 20 upper case letters, digits and dashes");

    static final Kind<String> NAME = text(
            Kinds::isName,
            "is not a name; give at most 200 characters on one line, letters among them and without control characters");

    static final Kind<Locale> LOCALE = Kind.of(
            text -> Optional.of(text).filter(tag -> tag.matches("es|en")).map(Locale::forLanguageTag),
            "is not a language that we write; give es or en");

    static final Kind<ZoneId> ZONE = Kind.of(
            text -> Optional.of(text)
                    .filter(ZoneId.getAvailableZoneIds()::contains)
                    .map(ZoneId::of),
            "is not a time zone; give one such as Europe/Madrid");

    static final Kind<String> URL = Kind.webAddress("https://acme.example");

    static final Kind<String> ORIGIN = text(
            text -> WebAddress.isOne(text) && isOrigin(URI.create(text)),
            "is not the origin of a web page; give one without a path, such as https://acme.example");

    /** As ITU-T E.164 counts its digits; with the country's code, as the vendor calls from another one. */
    static final Kind<String> PHONE = text(
            Kinds::isPhone,
            "is not a telephone number; give + and 5 to 15 digits, the country's code first, such as +34 600 111 222");

    static final Kind<LocalDate> DATE = Kind.of(WrittenDay::read, "is not a date; give one such as 2026-10-05");

    static final Kind<Version> VERSION = Kind.version("24.2.0");

    private Kinds() {}

    static Kind<Integer> whole(int least, int most) {
        return Kind.of(
                text -> WrittenNumber.whole(text, least, most),
                "is out of range; give a whole number from %d to %d".formatted(least, most));
    }

    private static Kind<String> text(Predicate<String> right, String whatWouldBeRight) {
        return Kind.of(text -> Optional.of(text).filter(right), whatWouldBeRight);
    }

    private static boolean isName(String text) {
        return text.length() <= 200 && OneLine.isOne(text) && text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isPhone(String text) {
        var digits = text.chars().filter(Character::isDigit).count();
        return text.matches("\\+[1-9]\\d*([ .-]\\d+)*") && digits >= 5 && digits <= 15;
    }

    private static boolean isOrigin(URI address) {
        return address.getPath().isEmpty()
                && address.getQuery() == null
                && address.getFragment() == null
                && address.getUserInfo() == null;
    }
}
