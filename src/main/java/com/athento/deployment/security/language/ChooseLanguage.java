package com.athento.deployment.security.language;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Kind;
import com.athento.deployment.security.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The switch in every head. */
@Controller
class ChooseLanguage {

    private static final Kind<Language> LANGUAGE =
            Kind.of(Language::find, "refused.value.unknown", Sentence.of("refused.give", Sentence.or("en", "es")));

    private final ChosenLanguage chosen;

    ChooseLanguage(ChosenLanguage chosen) {
        this.chosen = chosen;
    }

    /**
     * Stored before it is answered.
     *
     * @param back the page of ours to go on with; scripts, which stay where they are, give none
     */
    @PostMapping("/language")
    ResponseEntity<Void> choose(
            @RequestParam String language,
            @RequestParam(required = false) String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        chosen.choose(LANGUAGE.read("language", language), request, response);
        return back == null
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(
                                HttpHeaders.LOCATION,
                                request.getContextPath() + LocalPath.in(back).orElse("/"))
                        .build();
    }
}
