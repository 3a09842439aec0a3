package com.athento.deployment.qa.testrail;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.WebAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How we reach TestRail; off while it has no base-url.
 *
 * @param baseUrl where people open it, such as {@code https://acme.testrail.io}
 * @param user whose e-mail address logs in, with a password or a key of the API
 * @param timeout for connecting and for each answer
 * @param projects numbers of its projects, by an instance's code, else by its line
 * @param suites numbers of the suites that a run is created from on wish, likewise
 * @param passedStatuses numbers of the customer's own statuses that count as passed, too: no answer of TestRail says so
 */
@Validated
@ConfigurationProperties("deployment.qa.testrail")
record TestRailProperties(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String user,
        @DefaultValue("") String key,

        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(seconds = 30)
        Duration timeout,

        @DefaultValue Map<String, Long> projects,
        @DefaultValue Map<String, Long> suites,
        @DefaultValue Set<Long> passedStatuses) {

    private static final String PREFIX = "deployment.qa.testrail.";

    /** Those below it are TestRail's own, and each means what it says. */
    private static final long FIRST_CUSTOM_STATUS = 6;

    TestRailProperties {
        if (baseUrl.isBlank()) {
            alone("user", !user.isBlank());
            alone("key", !key.isBlank());
            alone("projects", !projects.isEmpty());
            alone("suites", !suites.isEmpty());
            alone("passed-statuses", !passedStatuses.isEmpty());
        } else {
            webAddress(baseUrl);
            needed("user", !user.isBlank());
            needed("key", !key.isBlank());
            needed("projects", !projects.isEmpty());
        }
        numbers("projects", projects);
        numbers("suites", suites);
        passedStatuses.forEach(TestRailProperties::ofTheCustomer);
    }

    private static void webAddress(String address) {
        refuseIf(
                !WebAddress.isOne(address) || address.matches(".*[?#@].*"),
                "base-url",
                "'%s' %s"
                        .formatted(
                                address,
                                WebAddress.whatWouldBeRight("https://acme.testrail.io")
                                        .in(Language.EN)));
    }

    private static void needed(String name, boolean given) {
        refuseIf(!given, name, "is missing, but a base-url is given; set it, or take the base-url away");
    }

    private static void alone(String name, boolean given) {
        refuseIf(given, name, "is set, but no base-url; set that, too, or take this away");
    }

    private static void numbers(String name, Map<String, Long> numbers) {
        numbers.forEach((code, number) -> {
            refuseIf(
                    !code.matches("[A-Z0-9-]{1,20}"),
                    name,
                    "'%s' is neither the code of an instance nor a line; give it in upper case, and not in the environment, whose names have no case"
                            .formatted(code));
            refuseIf(number < 1, name, "'%d' for %s is no number of TestRail; give 1 or more".formatted(number, code));
        });
    }

    private static void ofTheCustomer(long status) {
        refuseIf(
                status < FIRST_CUSTOM_STATUS,
                "passed-statuses",
                "'%d' is a status of TestRail's own; only others, from %d on, can be named"
                        .formatted(status, FIRST_CUSTOM_STATUS));
    }

    private static void refuseIf(boolean wrong, String name, String sentence) {
        if (wrong) {
            throw new IllegalArgumentException(name(name) + ": " + sentence);
        }
    }

    /** What a setting is called in full. */
    static String name(String setting) {
        return PREFIX + setting;
    }

    /** Where it is, without a slash at the end; empty while it is off. */
    Optional<String> base() {
        return Optional.of(baseUrl.replaceAll("/+$", "")).filter(address -> !address.isBlank());
    }

    /** The project in which an instance is tested. */
    Optional<Long> project(String instance, String line) {
        return Optional.ofNullable(projects.getOrDefault(instance, projects.get(line)));
    }

    Optional<Long> suite(String instance, String line) {
        return Optional.ofNullable(suites.getOrDefault(instance, suites.get(line)));
    }

    /** Never the key: what is printed may end in a log. */
    @Override
    public String toString() {
        return "TestRailProperties[%s, %s]".formatted(baseUrl, projects);
    }
}
