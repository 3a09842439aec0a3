package com.athento.deployment.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RegisterPropertiesTest {

    @EnableConfigurationProperties(RegisterProperties.class)
    static class Settings {}

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void withoutASettingThereIsNoFile() {
        application.run(started ->
                assertThat(started.getBean(RegisterProperties.class).file()).isEmpty());
    }

    @Test
    void settingNamesTheFile() {
        application
                .withPropertyValues("register.import=register.yaml")
                .run(started -> assertThat(
                                started.getBean(RegisterProperties.class).file())
                        .contains("register.yaml"));
    }
}
