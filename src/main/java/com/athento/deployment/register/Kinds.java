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

    static final Kind<String> CODE = text(text -> text.matches("[A-Z0-9-]{1,20}"), "refused.value.code");

    static final Kind<String> NAME = text(Kinds::isName, "refused.value.name");

    static final Kind<Locale> LOCALE = Kind.of(
            text -> Optional.of(text).filter(tag -> tag.matches("es|en")).map(Locale::forLanguageTag),
            "refused.value.our-language");

    static final Kind<ZoneId> ZONE = Kind.of(
            text -> Optional.of(text)
                    .filter(ZoneId.getAvailableZoneIds()::contains)
                    .map(ZoneId::of),
            "refused.value.zone");

    static final Kind<String> URL = Kind.webAddress("https://acme.example");

    static final Kind<String> ORIGIN =
            text(text -> WebAddress.isOne(text) && isOrigin(URI.create(text)), "refused.value.origin");

    /** As ITU-T E.164 counts its digits; with the country's code, as the vendor calls from another one. */
    static final Kind<String> PHONE = text(Kinds::isPhone, "refused.value.phone");

    static final Kind<LocalDate> DATE = Kind.of(WrittenDay::read, "refused.value.date");

    static final Kind<Version> VERSION = Kind.version("24.2.0");

    static final Kind<Boolean> YES_NO = Kind.of(
            text -> Optional.of(text).filter(word -> word.matches("true|false")).map(Boolean::valueOf),
            "refused.value.yes-no");

    private Kinds() {}

    static Kind<Integer> whole(int least, int most) {
        return Kind.of(text -> WrittenNumber.whole(text, least, most), "refused.value.range", least, most);
    }

    private static Kind<String> text(Predicate<String> right, String code) {
        return Kind.of(text -> Optional.of(text).filter(right), code);
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
