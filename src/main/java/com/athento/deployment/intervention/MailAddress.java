package com.athento.deployment.intervention;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address as it goes over the wire (RFC 5321, 4.1.2), so that every server and every program
 * on the way reads the same one: the domain in its ASCII form, before the @ plain ASCII without
 * quotes.
 *
 * @param text in the form that is written, kept and logged
 */
public record MailAddress(String text) {

    /** What a text that is none should have been; ends a sentence that begins with it. */
    public static final String WHAT_WOULD_BE_RIGHT =
            "is not a mail address; give one such as ana@acme.example, in plain ASCII before the @, and with a domain that has ß or ς in its xn-- form";

    private static final Pattern LOCAL =
            Pattern.compile("[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile(
                    "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    /**
     * The letters that the Java platform's IDNA (RFC 3490) maps to others, and today's (RFC 5891)
     * keeps: the same text names two domains.
     */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("[\\u00df\\u1e9e\\u03c2\\u200c\\u200d]");

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;

    /** Empty if it is none. */
    public static Optional<MailAddress> read(String text) {
        var at = text.lastIndexOf('@');
        if (at < 0 || AMBIGUOUS.matcher(text).find()) {
            return Optional.empty();
        }
        var local = text.substring(0, at);
        return ascii(text.substring(at + 1))
                .filter(domain -> LOCAL.matcher(local).matches() && local.length() <= LONGEST_LOCAL)
                .map(domain -> local + "@" + domain)
                .filter(whole -> whole.length() <= LONGEST)
                .map(MailAddress::new);
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES))
                    .filter(ascii -> DOMAIN.matcher(ascii).matches());
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
