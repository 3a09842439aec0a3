package com.athento.deployment.qa.testrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is half set stops the start, and says what is missing. */
class TestRailPropertiesTest {

    private static TestRailProperties settings(
            String base,
            String user,
            String key,
            Map<String, Long> projects,
            Map<String, Long> suites,
            Set<Long> passed) {
        return new TestRailProperties(base, user, key, Duration.ofSeconds(10), projects, suites, passed);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, project {3}, suite {4}, status {5}: {6}")
    @CsvSource(
            delimiter = '|',
            value = {
                "https://acme.testrail.io|''|k|SE|SE|6|user: is missing, but a base-url is given",
                "https://acme.testrail.io|a|''|SE|SE|6|key: is missing, but a base-url is given",
                "https://acme.testrail.io|a|k|''|SE|6|projects: is missing, but a base-url is given",
                "''|a|''|''|''|0|user: is set, but no base-url",
                "''|''|k|''|''|0|key: is set, but no base-url",
                "''|''|''|SE|''|0|projects: is set, but no base-url",
                "''|''|''|''|SE|0|suites: is set, but no base-url",
                "''|''|''|''|''|6|passed-statuses: is set, but no base-url",
                "acme.testrail.io|a|k|SE|SE|6|base-url: 'acme.testrail.io' is not a web address",
                "https://acme.testrail.io/index.php?/|a|k|SE|SE|6|base-url: 'https://acme.testrail.io/index.php?/' is not",
                "https://a:b@acme.testrail.io|a|k|SE|SE|6|base-url: ",
                "https://acme.testrail.io|a|k|se|SE|6|projects: 'se' is neither the code of an instance nor a line",
                "https://acme.testrail.io|a|k|SE|acme-pro|6|suites: 'acme-pro' is neither",
                "https://acme.testrail.io|a|k|SE|SE|5|passed-statuses: '5' is a status of TestRail's own"
            })
    void refusesWhatIsHalfSet(
            String base, String user, String key, String project, String suite, long passed, String sentence) {
        assertThatThrownBy(() -> settings(
                        base, user, key, numbers(project), numbers(suite), passed == 0 ? Set.of() : Set.of(passed)))
                .hasMessageStartingWith("deployment.qa.testrail." + sentence);
    }

    private static Map<String, Long> numbers(String code) {
        return code.isEmpty() ? Map.of() : Map.of(code, 3L);
    }

    @Test
    void numbersBeginAtOne() {
        assertThatThrownBy(() -> settings("https://acme.testrail.io", "a", "k", Map.of("SE", 0L), Map.of(), Set.of()))
                .hasMessage("deployment.qa.testrail.projects: '0' for SE is no number of TestRail; give 1 or more");
    }

    @Test
    void isOffWithoutAnAddressAndNeverPrintsTheKey() {
        assertThat(settings("", "", "", Map.of(), Map.of(), Set.of()).base()).isEmpty();
        var on = settings("https://acme.testrail.io/", "a", "s3cret", Map.of("SE", 3L), Map.of(), Set.of(6L, 7L));
        assertThat(on.base()).contains("https://acme.testrail.io");
        assertThat(on.toString()).doesNotContain("s3cret");
        assertThat(on.project("ACME-PRO", "SE")).contains(3L);
        assertThat(on.project("ACME-PRO", "ECM")).isEmpty();
    }
}
