package com.athento.deployment.process.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever a model shows is said in both languages: bpmn/texts_en.properties and bpmn/texts_es.properties. */
class ModelTextsTest {

    private static final Models SHIPPED = Models.ofThisBuild();

    @Test
    void nothingHasNoTranslation() {
        assertThat(CheckTexts.ofThisBuild().faults(SHIPPED)).isEmpty();
    }

    @Test
    void aNewTaskIsMissedInBothFiles() {
        var models = new TreeMap<>(SHIPPED.files());
        models.computeIfPresent(
                "report-incident.bpmn",
                (name, content) -> new String(content, UTF_8)
                        .replace(
                                "<bpmn:endEvent",
                                "<bpmn:userTask id=\"sort-incident\" name=\"Sort the&#10;incident\"><bpmn:documentation>By gravity.</bpmn:documentation></bpmn:userTask><bpmn:endEvent")
                        .getBytes(UTF_8));

        assertThat(CheckTexts.ofThisBuild().faults(new Models(models)))
                .containsExactly(
                        "report-incident.bpmn, sort-incident ('Sort the incident'): bpmn/texts_es.properties does not say it; add a line sort-incident=…",
                        "report-incident.bpmn, sort-incident ('Sort the incident'): bpmn/texts_en.properties does not say it; add a line sort-incident=Sort the incident",
                        "report-incident.bpmn, sort-incident ('Sort the incident'): bpmn/texts_es.properties does not say it; add a line sort-incident.documentation=…",
                        "report-incident.bpmn, sort-incident ('Sort the incident'): bpmn/texts_en.properties does not say it; add a line sort-incident.documentation=By gravity.");
    }

    @Test
    void englishIsWhatTheModelSays() {
        assertThat(faults(Language.EN, texts -> texts.put("deploy", "Deploy it")))
                .containsExactly(
                        "type-4-deployment.bpmn, deploy ('Deploy'): the model says 'Deploy', bpmn/texts_en.properties says 'Deploy it' under deploy; write the same in both");
    }

    @Test
    void aLineWithoutAnElementIsRefused() {
        assertThat(faults(Language.ES, texts -> texts.put("deploi", "Desplegar")))
                .containsExactly(
                        "bpmn/texts_es.properties: no element of a model says 'deploi'; remove the line, or correct the id");
    }

    @Test
    void anEmptyTranslationIsNone() {
        assertThat(faults(Language.ES, texts -> texts.put("deploy", " ")))
                .containsExactly(
                        "type-4-deployment.bpmn, deploy ('Deploy'): bpmn/texts_es.properties does not say it; add a line deploy=…");
    }

    @Test
    void whatIsNoElementHasItsTwin() {
        assertThat(faults(Language.ES, texts -> texts.put("filter.mine", "Mías")))
                .containsExactly(
                        "bpmn/texts_en.properties has no line filter.mine=…, which another language has; add it");
    }

    private static List<String> faults(Language language, Consumer<Map<String, String>> slip) {
        var texts = new EnumMap<Language, Map<String, String>>(Language.class);
        for (var each : Language.values()) {
            texts.put(each, new TreeMap<>(new ModelWords(each).all()));
        }
        slip.accept(texts.get(language));
        return new CheckTexts(texts).faults(SHIPPED);
    }
}
