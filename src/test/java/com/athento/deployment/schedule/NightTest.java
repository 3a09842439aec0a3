package com.athento.deployment.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NightTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void isFromEightToEight() {
        application.run(context ->
                assertThat(context.getBean(Night.class)).isEqualTo(new Night(LocalTime.of(20, 0), LocalTime.of(8, 0))));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "from, 08:00, 'from' must be later than 'until'",
        "until, 20:00, 'from' must be later than 'until'",
        "until, 20:01, 'from' must be later than 'until'",
        "from, evening, evening"
    })
    void refusesNonsense(String setting, String value, String sentence) {
        application
                .withPropertyValues("deployment.night.%s=%s".formatted(setting, value))
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(sentence));
    }

    @EnableConfigurationProperties(Night.class)
    static class Settings {}
}
