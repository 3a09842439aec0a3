package com.athento.deployment.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.context.support.ResourceBundleMessageSource;

/** One language's words for codes and times; they stand in {@code mail/words_*.properties}. */
record Words(Language language) {

    static final ResourceBundleMessageSource BUNDLE = bundle();

    /** The word for a code, for instance {@code risk.HIGH}. */
    String of(String prefix, Enum<?> code) {
        return of(prefix + "." + code.name());
    }

    String of(String key, Object... values) {
        return BUNDLE.getMessage(key, values, language.locale());
    }

    /** Day and time as the zone's clocks show it, with the offset: nobody has to guess. */
    String full(Instant instant, ZoneId zone) {
        return "%s (UTC%s, %s)".formatted(plain(instant, zone), offset(instant, zone), zone);
    }

    String plain(Instant instant, ZoneId zone) {
        return format("date.full", instant, zone);
    }

    /** Short enough for a subject. */
    String brief(Instant instant, ZoneId zone) {
        return format("date.brief", instant, zone);
    }

    /** The same moment in UTC, with the day only where it is another one. */
    String utc(Instant instant, ZoneId zone) {
        var sameDay =
                instant.atZone(zone)
                        .toLocalDate()
                        .equals(instant.atZone(ZoneOffset.UTC).toLocalDate());
        return format(sameDay ? "date.time" : "date.full", instant, ZoneOffset.UTC) + " UTC";
    }

    private String format(String pattern, Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(of(pattern), language.locale())
                .format(instant.atZone(zone));
    }

    private static String offset(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("xxx").format(instant.atZone(zone));
    }

    private static ResourceBundleMessageSource bundle() {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("mail/words");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        return bundle;
    }
}
