package com.athento.deployment.post;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.record.LastNotPassed;
import com.athento.deployment.record.TestNotPassed;
import java.util.List;

/**
 * The tests that did not pass, as clients read of them.
 *
 * @param first the first {@value #MOST_LISTED}
 * @param more how many besides
 * @param inFile how many a table of them has at most; 0 where it has all
 */
public record TestsTold(long total, List<Test> first, long more, long inFile) {

    /** Beyond that nobody reads on in a list. */
    public static final int MOST_LISTED = 20;

    private static final int LONGEST_NAME = 120;

    public static TestsTold of(LastNotPassed all, Words words) {
        return new TestsTold(
                all.total(),
                all.tests().stream()
                        .limit(MOST_LISTED)
                        .map(test -> Test.of(test, LONGEST_NAME, words))
                        .toList(),
                Math.max(0, all.total() - MOST_LISTED),
                all.total() > all.tests().size() ? all.tests().size() : 0);
    }

    /**
     * One of them. Why it failed stays in the house.
     *
     * @param known where else it did not pass; null where there is nothing to compare it with
     */
    public record Test(String suite, String name, String result, String known) {

        /** @param longest characters of its names */
        public static Test of(TestNotPassed test, int longest, Words words) {
            return new Test(
                    PlainText.onOneLine(test.suite(), longest),
                    PlainText.onOneLine(test.name(), longest),
                    words.code("overview.test", test.status()),
                    test.known() == null ? null : words.code("overview.known", test.known()));
        }
    }
}
