package com.athento.deployment.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WorkingHoursPropertiesTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void areMondayToFridayFromEightToSix() {
        application.run(context -> {
            var hours = context.getBean(WorkingHours.class);
            assertThat(hours.days()).hasSize(5).doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(hours.from()).isEqualTo(LocalTime.of(8, 0));
            assertThat(hours.to()).isEqualTo(LocalTime.of(18, 0));
        });
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "to, 08:00, 'to' must be later than 'from'",
        "to, 07:59, 'to' must be later than 'from'",
        "days, , must not be empty",
        "days, HOLIDAY, HOLIDAY",
        "from, noon, noon"
    })
    void refuseNonsense(String setting, String value, String sentence) {
        application
                .withPropertyValues("deployment.working-hours.%s=%s".formatted(setting, value == null ? "" : value))
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(sentence));
    }

    @EnableConfigurationProperties(WorkingHours.class)
    static class Settings {}
}
