package com.athento.deployment.intervention;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address as it goes over the wire (RFC 5321, 4.1.2), so that every server and every program on the way reads
 * the same one: the domain in its ASCII form, before the @ no quotes and letters of one form. Letters beyond ASCII
 * before the @ reach only servers that know them (RFC 6531).
 *
 * @param text in the form that is written, kept and logged
 */
public record MailAddress(String text) {

    /** What a text that is none should have been; ends a sentence that begins with it. */
    public static final Sentence WHAT_WOULD_BE_RIGHT = Sentence.of("refused.value.mail-address");

    /** The same where none with letters beyond ASCII before the @ is taken. */
    public static final Sentence WHAT_WOULD_BE_RIGHT_IN_ASCII = Sentence.of("refused.value.mail-address-in-ascii");

    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN = Pattern.compile(
            "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    /**
     * The letters that the Java platform's IDNA (RFC 3490) maps to others, and today's (RFC 5891) keeps: the same text
     * names two domains.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00df\\u1e9e\\u03c2\\u200c\\u200d]");

    /** In octets. */
    private static final int LONGEST_LOCAL = 64;

    private static final int LONGEST = 254;

    /** Empty if it is none. */
    public static Optional<MailAddress> read(String text) {
        var at = text.lastIndexOf('@');
        if (at < 0 || AMBIGUOUS.matcher(text.substring(at)).find()) {
            return Optional.empty();
        }
        // One letter and its accent may be written in two ways (RFC 6532, 3.1).
        var local = Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFC);
        return ascii(text.substring(at + 1))
                .filter(domain -> LOCAL.matcher(local).matches() && octets(local) <= LONGEST_LOCAL)
                .map(domain -> local + "@" + domain)
                .filter(whole -> octets(whole) <= LONGEST)
                .map(MailAddress::new);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES))
                    .filter(ascii -> DOMAIN.matcher(ascii).matches());
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    /** Whether every mail server takes it. */
    public boolean isAscii() {
        return text.chars().allMatch(letter -> letter < 128);
    }

    @Override
    public String toString() {
        return text;
    }
}
