package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.spring.boot.starter.property.AdminUserProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource({
        "x,                      false",
        "eleven char,            false",
        "twelve chars,           true",
        "only lower case words,  true",
        "my name is Lovelace!,   false",
        "my name is LOVELACE!,   false",
        "alovelace-2026-alo,     false",
        "countess.of.it-2026,    false",
        "somebody at athento,    true",
        "'jo, a short name',     true"
    })
    void areLengthAndNoName(String password, boolean accepted) {
        var person = new AdminUserProperty();
        person.setId("alovelace");
        person.setFirstName("Jo");
        person.setLastName("Lovelace");
        person.setEmail("countess.of.it@athento.example");

        assertThat(PasswordRules.accept(password, person)).isEqualTo(accepted);
    }
}
