package com.athento.deployment.security;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.spring.boot.starter.property.AdminUserProperty;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What an installation cannot do without, checked before anything of it is built. */
@Configuration(proxyBeanMethods = false)
@Profile("prod")
class NeededInProduction {

    /** The setting, and what a person calls it. */
    private record Needed(String setting, String name) {}

    private static final String ADMIN = "camunda.bpm.admin-user.";

    private static final List<Needed> NEEDED = List.of(
            new Needed("spring.mail.host", "a mail host"),
            new Needed("spring.datasource.url", "a database"),
            new Needed("deployment.mail.from", "a sender of its mails"),
            new Needed("deployment.mail.base-url", "an address that links in mails lead to"),
            new Needed(ADMIN + "password", "an admin password"));

    @Bean
    static BeanFactoryPostProcessor stopWithoutThem(Environment environment) {
        return beans -> check(environment);
    }

    static void check(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new Missing("The profiles demo and prod exclude each other; choose one");
        }
        checkNothingIsMissing(environment);
        checkLinks(environment.getRequiredProperty("deployment.mail.base-url"));
        checkPassword(environment);
    }

    private static void checkNothingIsMissing(Environment environment) {
        var missing = NEEDED.stream()
                .filter(needed -> environment.getProperty(needed.setting(), "").isBlank())
                .map(needed -> "%s (%s)".formatted(needed.name(), needed.setting()))
                .toList();
        if (!missing.isEmpty()) {
            throw new Missing("The profile prod needs " + listed(missing));
        }
    }

    private static void checkLinks(String address) {
        if (!isForClients(address)) {
            throw new Missing(
                    "deployment.mail.base-url: '%s' is not what clients can open; give the address of this application as they reach it, such as https://deployments.example.com"
                            .formatted(address));
        }
    }

    private static void checkPassword(Environment environment) {
        if (!PasswordRules.accept(environment.getProperty(ADMIN + "password", ""), admin(environment))) {
            throw new Missing("The first administrator's password (%spassword) is too easily guessed: it needs %s"
                    .formatted(ADMIN, PasswordRules.SENTENCE));
        }
    }

    /** Mails carry the link with which a client agrees: never in clear, never to a reader's own machine. */
    private static boolean isForClients(String address) {
        return Pattern.matches("https://[^/:]+.*", address)
                && !Pattern.matches(
                        "https://(localhost|.*\\.localhost|127\\..*|0\\.0\\.0\\.0|\\[.*|)([:/].*)?",
                        address.toLowerCase(Locale.ROOT));
    }

    private static User admin(Environment environment) {
        var admin = new AdminUserProperty();
        admin.setId(environment.getProperty(ADMIN + "id"));
        admin.setFirstName(environment.getProperty(ADMIN + "first-name"));
        admin.setLastName(environment.getProperty(ADMIN + "last-name"));
        admin.setEmail(environment.getProperty(ADMIN + "email"));
        return admin;
    }

    private static String listed(List<String> things) {
        var last = things.size() - 1;
        return last == 0 ? things.get(0) : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    /** Stops the start. */
    static class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Missing(String sentence) {
            super(sentence);
        }
    }

    /** Shows the sentence instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<Missing> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, Missing missing) {
            return new FailureAnalysis(
                    missing.getMessage() + ".",
                    "Set it in application-prod.yaml beside the jar, or in the environment (SPRING_MAIL_HOST …).",
                    missing);
        }
    }
}
