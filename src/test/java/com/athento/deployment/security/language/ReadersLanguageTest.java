package com.athento.deployment.security.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.post.ReadersLanguages;
import com.athento.deployment.security.Visit;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which language a request is in, and what the switch in every head does. */
@ApplicationTest
class ReadersLanguageTest {

    private static final String ENGLISH = "<html lang=\"en\"";
    private static final String SPANISH = "<html lang=\"es\"";

    @LocalServerPort
    int port;

    @Autowired
    ReadersLanguages readers;

    @Autowired
    JdbcClient database;

    @AfterEach
    void nobodyHasChosen() {
        database.sql("delete from account_language").update();
    }

    /** An address that two share has no language of its own while they read differently. */
    @Test
    void isKnownByTheAddressToWhichMailsGo() {
        readers.choose("product", Language.ES);
        readers.choose("product2", Language.ES);
        readers.choose("nobody", Language.ES);
        var before = address("product2");
        try {
            address("product2", " Pro dos@ŠKODA.example ");
            assertThat(readers.byAddress())
                    .containsOnly(
                            Map.entry("product@athento.example", Language.ES),
                            Map.entry("Prodos@xn--koda-f6a.example", Language.ES))
                    .containsKey("PRODUCT@athento.example");

            address("product2", "PRODUCT@athento.example");
            assertThat(readers.byAddress()).hasSize(1);

            readers.choose("product2", Language.EN);
            assertThat(readers.byAddress()).isEmpty();
        } finally {
            address("product2", before);
        }
    }

    private String address(String account) {
        return database.sql("select EMAIL_ from ACT_ID_USER where ID_ = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private void address(String account, String address) {
        database.sql("update ACT_ID_USER set EMAIL_ = ? where ID_ = ?")
                .params(address, account)
                .update();
    }

    @ParameterizedTest(name = "asked for {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "es | es",
                "es-AR | es",
                "ES | es",
                "en-US, es;q=0.5 | en",
                "es;q=0.5, en;q=0.4 | es",
                "fr, es;q=0.1 | es",
                "fr | en",
                "* | en",
                ";;; | en",
                "'' | en"
            })
    void isWhatTheBrowserAsksFor(String header, String language) {
        var page = Visit.browser(port).with("Accept-Language", header).get("/login");
        assertThat(page.body()).contains("<html lang=\"%s\"".formatted(language));
        assertThat(page.response().headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void isEnglishForWhoeverAsksForNone() {
        assertThat(Visit.browser(port).get("/login").body()).contains(ENGLISH);
    }

    @Test
    void isWhatWasChosenInTheBrowserWhateverItAsksFor() {
        var browser = Visit.browser(port).with("Accept-Language", "en");
        var page = choose(browser, "es", "/login?logout");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/login?logout");
        assertThat(browser.get("/login").body()).contains(SPANISH);
        assertThat(browser.get("/css/nothing.css").body()).contains(SPANISH);
        choose(browser, "en", "/login");
        assertThat(browser.get("/login").body()).contains(ENGLISH);
    }

    @Test
    void followsTheAccountIntoAnotherBrowser() {
        var first = Visit.browser(port);
        first.logsIn("product", "demo");
        assertThat(choose(first, "es", "/interventions").status()).isEqualTo(303);
        var second = Visit.browser(port);
        second.logsIn("product", "demo");
        assertThat(second.get("/interventions").body()).contains(SPANISH);
        assertThat(readers.of("product")).contains(Language.ES);
    }

    @Test
    void isTakenAlongIntoAnAccountThatHasNone() {
        var browser = Visit.browser(port);
        choose(browser, "es", "/login");
        browser.logsIn("product", "demo");
        assertThat(readers.of("product")).contains(Language.ES);
    }

    @Test
    void ofTheAccountHoldsAgainstWhatSomebodyElseLeftInTheBrowser() {
        readers.choose("product", Language.EN);
        var browser = Visit.browser(port);
        choose(browser, "es", "/login");
        browser.logsIn("product", "demo");
        assertThat(browser.get("/interventions").body()).contains(ENGLISH);
        assertThat(readers.of("product")).contains(Language.EN);
    }

    @Test
    void isForgottenByTheBrowserWithTheLogout() {
        var browser = Visit.browser(port);
        browser.logsIn("product", "demo");
        choose(browser, "es", "/interventions");
        browser.form("/logout", Map.of("_csrf", browser.cookie("XSRF-OWN")));
        assertThat(browser.get("/login").body()).contains(ENGLISH);
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource({"//evil.example", "https://evil.example", "/\\evil.example", "''"})
    void leadsNowhereElse(String back) {
        assertThat(choose(Visit.browser(port), "es", back).location()).isEqualTo("/");
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource({"fr", "ES", "''"})
    void isOneOfTwo(String language) {
        var browser = Visit.browser(port);
        assertThat(choose(browser, language, "/login").status()).isEqualTo(400);
        assertThat(browser.cookie("language")).isEmpty();
    }

    @Test
    void isKeptOnceWhenChosenTwiceAtTheSameTime() throws Exception {
        var both = Executors.newFixedThreadPool(8);
        try {
            var choices = IntStream.range(0, 64)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        readers.choose("project", number % 2 == 0 ? Language.ES : Language.EN);
                        return null;
                    })
                    .toList();
            for (var choice : both.invokeAll(choices)) {
                choice.get();
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(readers.of("project")).isPresent();
    }

    private static Visit.Answer choose(Visit browser, String language, String back) {
        browser.get("/login");
        return browser.form(
                "/language", Map.of("language", language, "back", back, "_csrf", browser.cookie("XSRF-OWN")));
    }
}
