package com.athento.deployment.qa.results;

import com.athento.deployment.intervention.TestOutcome;

/**
 * How one test went.
 *
 * @param suite what it belongs to; empty where nobody said
 * @param seconds how long it took; null where nobody said
 * @param why it did not pass at once, in its first {@value #LONGEST_REASON} characters; null where nobody said
 * @param flaky it failed first and passed when it was run again
 * @param link where more of it is to be seen; null where nobody said
 */
public record TestResult(
        String suite, String name, TestOutcome outcome, Double seconds, String why, boolean flaky, String link) {

    static final int LONGEST_REASON = 500;

    /** Suites and names that are longer are cut. */
    public static final int LONGEST_NAME = 400;

    public TestResult {
        suite = first(suite, LONGEST_NAME);
        name = first(name, LONGEST_NAME);
        why = first(why, LONGEST_REASON);
    }

    private static String first(String text, int longest) {
        return text == null || text.length() <= longest
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** The same test, which has failed before: what holds is how it went at last. */
    TestResult after(TestResult before) {
        return outcome == TestOutcome.PASSED
                ? new TestResult(suite, name, outcome, seconds, before.why, true, link)
                : this;
    }
}
