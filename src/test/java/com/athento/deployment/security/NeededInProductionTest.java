package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class NeededInProductionTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void namesAllThatIsMissingAtOnce() {
        assertThatThrownBy(() -> NeededInProduction.check(environment))
                .hasMessage("The profile prod needs a mail host (spring.mail.host), a database"
                        + " (spring.datasource.url), a sender of its mails (deployment.mail.from),"
                        + " an address that links in mails lead to (deployment.mail.base-url)"
                        + " and an admin password"
                        + " (camunda.bpm.admin-user.password)");
    }

    @Test
    void namesTheOneThatIsMissing() {
        environment
                .withProperty("spring.mail.host", "mail.example.com")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/deployments")
                .withProperty("deployment.mail.from", "deployments@example.com")
                .withProperty("deployment.mail.base-url", "https://deployments.example.com")
                .withProperty("camunda.bpm.admin-user.password", " ");

        assertThatThrownBy(() -> NeededInProduction.check(environment))
                .hasMessage("The profile prod needs an admin password (camunda.bpm.admin-user.password)");
    }

    @Test
    void startsWithAllOfThem() {
        environment
                .withProperty("spring.mail.host", "mail.example.com")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/deployments")
                .withProperty("deployment.mail.from", "deployments@example.com")
                .withProperty("deployment.mail.base-url", "https://deployments.example.com")
                .withProperty("camunda.bpm.admin-user.password", "long and secret");

        assertThatCode(() -> NeededInProduction.check(environment)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://deployments.example.com",
                "http://localhost:8080",
                "https://localhost",
                "https://LOCALHOST:8443",
                "https://app.localhost/x",
                "https://127.0.0.1",
                "https://127.1:8443",
                "https://[::1]:8443",
                "https://0.0.0.0",
                "https://",
                "deployments.example.com"
            })
    void needsLinksThatClientsCanOpen(String address) {
        environment
                .withProperty("spring.mail.host", "mail.example.com")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/deployments")
                .withProperty("deployment.mail.from", "deployments@example.com")
                .withProperty("deployment.mail.base-url", address)
                .withProperty("camunda.bpm.admin-user.password", "long and secret");

        assertThatThrownBy(() -> NeededInProduction.check(environment))
                .hasMessageStartingWith(
                        "deployment.mail.base-url: '%s' is not what clients can open".formatted(address));
    }

    @Test
    void refusesAnAdminPasswordThatAnybodyGuesses() {
        environment
                .withProperty("spring.mail.host", "mail.example.com")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/deployments")
                .withProperty("deployment.mail.from", "deployments@example.com")
                .withProperty("deployment.mail.base-url", "https://deployments.example.com")
                .withProperty("camunda.bpm.admin-user.id", "root")
                .withProperty("camunda.bpm.admin-user.password", "secret of root");

        assertThatThrownBy(() -> NeededInProduction.check(environment))
                .hasMessage("The first administrator's password (camunda.bpm.admin-user.password) is"
                        + " too easily guessed: it needs at least 12 characters, without"
                        + " the account's id, name or mail address in it");
    }

    @Test
    void isNoDemo() {
        environment.setActiveProfiles("prod", "demo");

        assertThatThrownBy(() -> NeededInProduction.check(environment))
                .hasMessage("The profiles demo and prod exclude each other; choose one");
    }
}
