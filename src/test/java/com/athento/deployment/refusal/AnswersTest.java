package com.athento.deployment.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.process.WhoActs;
import java.sql.SQLException;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    private final Answers answers = new Answers(mock(WhatHolds.class), mock(WhoActs.class));

    @ParameterizedTest(name = "{0} is answered with {1}")
    @CsvSource({"22021, 400", "08006, 500"})
    void aTextThatTheDatabaseCannotHoldIsTheCallersFault(String state, int status) {
        var failure = new ProcessEngineException("it failed", new SQLException("no such byte", state));

        var answer = answers.to(failure, Optional.empty(), 500, Optional.of("it failed"), Language.EN);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.message()).doesNotContain("it failed", "no such byte");
    }
}
