package com.athento.deployment.intervention;

/**
 * A text that may stand in a subject, a header, a calendar or a feed: one line, and every reader sees what is written.
 */
public final class OneLine {

    private OneLine() {}

    /** Whether it has no control characters, no ends of lines, no turned direction, no halves. */
    public static boolean isOne(String text) {
        return text.codePoints().allMatch(OneLine::holds);
    }

    private static boolean holds(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> !turnsDirection(letter);
            default -> PlainText.holds(letter);
        };
    }

    /** What hides the order of letters from the reader (Unicode, UAX 9). */
    private static boolean turnsDirection(int letter) {
        return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
    }
}
