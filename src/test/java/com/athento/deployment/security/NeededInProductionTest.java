package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class NeededInProductionTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void namesAllThatIsMissingAtOnce() {
        assertThatThrownBy(() -> NeededInProduction.check(environment))
                .hasMessage(
                        "The profile prod needs a mail host (spring.mail.host), a database"
                                + " (spring.datasource.url), a sender of its mails (deployment.mail.from)"
                                + " and an admin password"
                                + " (camunda.bpm.admin-user.password)");
    }

    @Test
    void namesTheOneThatIsMissing() {
        environment
                .withProperty("spring.mail.host", "mail.example.com")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/deployments")
                .withProperty("deployment.mail.from", "deployments@example.com")
                .withProperty("camunda.bpm.admin-user.password", " ");

        assertThatThrownBy(() -> NeededInProduction.check(environment))
                .hasMessage(
                        "The profile prod needs an admin password (camunda.bpm.admin-user.password)");
    }

    @Test
    void startsWithAllOfThem() {
        environment
                .withProperty("spring.mail.host", "mail.example.com")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/deployments")
                .withProperty("deployment.mail.from", "deployments@example.com")
                .withProperty("camunda.bpm.admin-user.password", "long and secret");

        assertThatCode(() -> NeededInProduction.check(environment)).doesNotThrowAnyException();
    }

    @Test
    void isNoDemo() {
        environment.setActiveProfiles("prod", "demo");

        assertThatThrownBy(() -> NeededInProduction.check(environment))
                .hasMessage("The profiles demo and prod exclude each other; choose one");
    }
}
