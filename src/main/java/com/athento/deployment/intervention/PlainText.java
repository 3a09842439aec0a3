package com.athento.deployment.intervention;

/**
 * A text that every database stores and every format of ours carries as it is written: PostgreSQL has no NUL, XML
 * neither that nor other control characters, and UTF-8 no halves of letters.
 */
public final class PlainText {

    private PlainText() {}

    /** Whether it is one; ends of lines and tabs are part of it. */
    public static boolean isOne(String text) {
        return text.codePoints().allMatch(PlainText::holds);
    }

    static boolean holds(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL -> letter == '\n' || letter == '\r' || letter == '\t';
            case Character.SURROGATE -> false;
            default -> (letter & 0xFFFE) != 0xFFFE;
        };
    }

    /** The text with a sign in place of each letter that it must not hold, to be shown. */
    public static String shown(String text) {
        return text.codePoints()
                .map(letter -> holds(letter) ? letter : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** At most so many characters of it, the last one three dots where it is longer. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
