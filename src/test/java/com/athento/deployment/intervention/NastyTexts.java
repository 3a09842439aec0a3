package com.athento.deployment.intervention;

import java.util.stream.Stream;

/** Texts that have broken something somewhere: what is true of one is tried with all of them. */
public final class NastyTexts {

    private NastyTexts() {}

    /** A name, a setting: taken, and read back everywhere as it was written. */
    public static Stream<String> names() {
        return Stream.of(
                "Acme \"Plus\", S.A.; «x»: ^n ^^ ^' \\n \\, \\ 100 % %s %n %1$s",
                "Acme {0} {1} '{2}' ${7*191} #{7*191} [[${7*191}]] [(${7*191})] __${7*191}__",
                "<script>alert(1)</script> &amp; &#0; ]]> <!-- </title> </p>",
                "O'Neill & Sons\u00A0BEGIN:VEVENT \u201Cquoted\u201D",
                "\uD83D\uDE80 Zo\u00eb \u00d1and\u00fa \u4f8b\u3048 \uD83D\uDC69\u200D\uD83D\uDCBB",
                "\u05e9\u05dc\u05d5\u05dd \u200f\u0627\u0628\u062c\u062f\u200e abc",
                "e\u0301o\u0308u\u0328 Z\u0334a\u0334l\u0334g\u0334o\u0334",
                "zero\u200Bwidth\u2060\uFEFF soft\u00ADhyphen",
                "@SUM(1+1) -2 +3 | `x` ~ $(x)",
                "W".repeat(100),
                "\uD83D\uDE80".repeat(25) + " \u00f1".repeat(10),
                "  both ends  ");
    }

    /** Not taken as a name or a setting: it has more than one line, or looks like another text. */
    public static Stream<String> notOnOneLine() {
        return Stream.concat(
                unprintable(),
                Stream.of(
                        "a\r\nBcc: spy@evil.example",
                        "a\nb",
                        "a\rb",
                        "a\tb",
                        "a\u2028b",
                        "a\u2029b",
                        "a\u202Ebgpj.exe",
                        "a\u2066b\u2069"));
    }

    /** Taken nowhere: no database and no feed could hold it. */
    public static Stream<String> unprintable() {
        return Stream.of(
                "a\0b",
                "a\u0001b",
                "a\u000Bb",
                "a\u001Bb",
                "a\u007Fb",
                "a\u0085b",
                "a\uD83D",
                "\uDE80a",
                "a\uFFFEb",
                "a\uFFFFb",
                "a\uD83F\uDFFEb");
    }

    /** Somebody's words, as long and as many lines as they like: taken and told as they are. */
    public static Stream<String> words() {
        return Stream.concat(
                names(),
                Stream.of(
                        "one\r\nBcc: spy@evil.example\r\n.\r\nQUIT\n\n\ttwo",
                        "a\u2028b\u2029c \u202Eturned\u202C \u2066apart\u2069.",
                        "x".repeat(4000)));
    }
}
