package com.athento.deployment.intervention;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

/**
 * One language's words for codes and times, as a client reads them in mails and on pages; they stand in
 * {@code words_*.properties}.
 */
public record Words(Language language) {

    /** The file's name without language and ending. */
    public static final String FILE = "words";

    /** The word for a code, for instance {@code risk.HIGH}. */
    public String code(String prefix, Enum<?> code) {
        return of(prefix + "." + code.name());
    }

    public String of(String key, Object... values) {
        var text = ResourceBundle.getBundle(
                        FILE,
                        language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
        return values.length == 0 ? text : new MessageFormat(text, language.locale()).format(values);
    }

    /**
     * What is done, as a noun: "upgrade of Athento from version 24.1.0 to 24.2.0".
     *
     * @param product what the product is called
     * @param from the version that runs; may be null
     * @param to the version that is to run; null where none moves
     */
    public String what(String product, ChangeKind kind, String from, String to) {
        return kind.movesVersion()
                ? of(from == null ? "what.to" : "what.from-to", product, to, from)
                : of("what." + kind.name());
    }

    /** How long an instance may be unavailable: "10 minutes". */
    public String unavailability(DeploymentType type) {
        return type.maximumDowntime() == 0
                ? of("unavailability.none")
                : of("unavailability.minutes", type.maximumDowntime());
    }

    /** All that the table says about a type: "Type 3: impact medium-high, weekly, …". */
    public String type(DeploymentType type) {
        return of(
                "type.says",
                type.number(),
                code("impact", type.impact()),
                code("frequency", type.frequency()),
                unavailability(type));
    }

    /** Day and time as the zone's clocks show it, with the offset: nobody has to guess. */
    public String full(Instant instant, ZoneId zone) {
        return "%s (UTC%s, %s)".formatted(plain(instant, zone), offset(instant, zone), zone);
    }

    public String plain(Instant instant, ZoneId zone) {
        return format("date.full", instant, zone);
    }

    /** Within what time something begins, by the zone's clocks. */
    public String between(Instant first, Instant last, ZoneId zone) {
        var from = format("date.time", first, zone);
        var to = format("date.time", last, zone);
        return from.equals(to) ? of("starts.at", from) : of("starts.between", from, to);
    }

    /** Short enough for a subject. */
    public String brief(Instant instant, ZoneId zone) {
        return format("date.brief", instant, zone);
    }

    /** The same moment in UTC, with the day only where it is another one. */
    public String utc(Instant instant, ZoneId zone) {
        var sameDay = instant.atZone(zone)
                .toLocalDate()
                .equals(instant.atZone(ZoneOffset.UTC).toLocalDate());
        return format(sameDay ? "date.time" : "date.full", instant, ZoneOffset.UTC) + " UTC";
    }

    private String format(String pattern, Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(of(pattern), language.locale()).format(instant.atZone(zone));
    }

    private static String offset(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("xxx").format(instant.atZone(zone));
    }
}
