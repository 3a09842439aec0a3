package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelWordsTest {

    private static final ModelWords ENGLISH = new ModelWords(Language.EN);
    private static final ModelWords SPANISH = new ModelWords(Language.ES);

    @Test
    void anElementIsCalledInTheReadersLanguageWhicheverIsKept() {
        assertThat(SPANISH.label("check-request", "Check the request")).isEqualTo("Comprobar la solicitud");
        assertThat(SPANISH.label("check-request", "Comprobar la solicitud")).isEqualTo("Comprobar la solicitud");
        assertThat(ENGLISH.label("check-request", "Comprobar la solicitud")).isEqualTo("Check the request");
        assertThat(ENGLISH.label("check-request", null)).isEqualTo("Check the request");
        assertThat(SPANISH.documentation("ask-client-consent", null)).startsWith("Dice qué, por qué, cuándo");
    }

    @Test
    void whatAnOlderVersionSaysStaysInEnglish() {
        assertThat(ENGLISH.label("check-request", "Look at the request")).isEqualTo("Look at the request");
        assertThat(SPANISH.label("check-request", "Look at the request")).isEqualTo("Comprobar la solicitud");
    }

    @Test
    void anElementThatNobodyKnowsIsCalledAsItIs() {
        assertThat(SPANISH.label("archive", "Archive")).isEqualTo("Archive");
        assertThat(SPANISH.label("archive", null)).isNull();
    }

    @Test
    void aListIsFoundByItsNameInAnyLanguage() {
        assertThat(SPANISH.known("filter.", "My tasks")).contains("Mis tareas");
        assertThat(ENGLISH.known("filter.", "Mis tareas")).contains("My tasks");
        assertThat(SPANISH.known("filter.", "Lists of my own")).isEmpty();
    }
}
