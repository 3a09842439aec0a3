package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.security.Visit.Answer;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser runs the scripts of a page whose nonce is the one that its own answer allows, and no others. */
@ApplicationTest
class NonceOfEachPageTest {

    private static final Pattern ALLOWED = Pattern.compile("'nonce-([\\w-]+)'");
    private static final Pattern NAMED = Pattern.compile("<script [^>]*nonce=\"([\\w-]+)\"");
    private static final int PEOPLE = 8;
    private static final int PAGES = 25;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "tasklist", "cockpit", "admin"})
    void allowsTheScriptsOfPagesThatAreAskedForAtTheSameInstant(String application) throws Exception {
        var everybody = Executors.newFixedThreadPool(PEOPLE);
        try {
            for (var asked : everybody.invokeAll(IntStream.range(0, PEOPLE)
                    .mapToObj(one -> opens("/camunda/app/" + application + "/default/"))
                    .toList())) {
                asked.get();
            }
        } finally {
            everybody.shutdownNow();
        }
    }

    private Callable<Void> opens(String page) {
        var browser = Visit.browser(port);
        browser.logsIn("admin", "demo");
        return () -> {
            for (int i = 0; i < PAGES; i++) {
                assertItsScriptsRun(browser.get(page).isFine());
            }
            return null;
        };
    }

    private static void assertItsScriptsRun(Answer page) {
        var policy =
                page.response().headers().firstValue("Content-Security-Policy").orElseThrow();
        var allowed = ALLOWED.matcher(policy);
        assertThat(allowed.find()).as(policy).isTrue();
        assertThat(NAMED.matcher(page.body()).results().map(script -> script.group(1)))
                .isNotEmpty()
                .containsOnly(allowed.group(1));
    }
}
