package com.athento.deployment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class WordsApiTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "a page in {0}, a browser in {1}: {2}")
    @CsvSource({
        "?lang=en, es, en, Waiting for the window",
        "?lang=es, en, es, A la espera de la ventana",
        "'',       es, es, A la espera de la ventana",
        "'',       fr, en, Waiting for the window"
    })
    void speaksTheLanguageOfThePageElseOfTheBrowser(String page, String browser, String language, String waiting) {
        var answer = Visit.by("qa", port).with("Accept-Language", browser).get("/api/words" + page);

        assertThat(words(answer)).containsEntry("overview.phase.WAITING", waiting);
        assertThat(answer.response().headers().firstValue("Content-Language")).hasValue(language);
    }

    @Test
    void saysWhatScriptsSayAndNothingElse() {
        assertThat(words(Visit.by("qa", port).get("/api/words?lang=en")))
                .containsEntry("priority.90", "Blocker")
                .containsEntry("priority.50", "")
                .containsEntry("form.type.4", "Type 4: this procedure")
                .containsEntry("script.priority", "Priority {0}")
                .doesNotContainKey("label.what");
    }

    @Test
    void areSentAgainOnlyWhenTheyHaveChanged() {
        var tag = Visit.by("qa", port)
                .get("/api/words?lang=en")
                .response()
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(Visit.by("qa", port)
                        .with("If-None-Match", tag)
                        .get("/api/words?lang=en")
                        .status())
                .isEqualTo(304);
        assertThat(Visit.by("qa", port)
                        .with("If-None-Match", tag)
                        .get("/api/words?lang=es")
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, String> words(Visit.Answer answer) {
        return JsonPath.read(answer.isFine().body(), "$");
    }
}
