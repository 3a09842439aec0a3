package com.athento.deployment.intervention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 random bits that open a door to whoever holds them.
 *
 * @param text as it stands in an address: 43 letters, digits, dashes and underscores
 */
public record Token(String text) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Token random() {
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What somebody sent as a token; empty if it cannot be one. */
    public static Optional<Token> read(String text) {
        return Optional.ofNullable(text)
                .filter(given -> FORM.matcher(given).matches())
                .map(Token::new);
    }

    /** The SHA-256 in hexadecimal digits: what is stored, since it opens nothing. */
    public String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Never the token itself: what is printed may end in a log. */
    @Override
    public String toString() {
        return "Token[" + digest().substring(0, 8) + "…]";
    }
}
