package com.athento.deployment.intervention;

import java.util.Date;
import java.util.regex.Pattern;

/**
 * A text that every database stores and every format of ours carries as it is written: PostgreSQL has no NUL, XML
 * neither that nor other control characters, and UTF-8 no halves of letters.
 */
public final class PlainText {

    private static final int LONGEST_QUOTED = 60;

    private static final Pattern UNSEEN_AT_THE_ENDS = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]++|[\\s\\p{Z}\\p{Cf}]++$");

    private PlainText() {}

    /** What is wrong with a text that is none. */
    public static Sentence unprintable(String where) {
        return Sentence.of("refused.value.unprintable", where);
    }

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

    /** Without what nobody sees at either end: spaces of any width, and none. */
    public static String trimmed(String text) {
        return UNSEEN_AT_THE_ENDS.matcher(text).replaceAll("");
    }

    /** A value as a sentence may repeat it: not longer than a line, and a moment in UTC. */
    public static String quoted(Object value) {
        return onOneLine(String.valueOf(value instanceof Date date ? date.toInstant() : value), LONGEST_QUOTED);
    }

    /** At most so many characters of the text, to be shown on one line. */
    public static String onOneLine(String text, int longest) {
        return shortened(shown(text).replaceAll("\\s+", " ").strip(), longest);
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
