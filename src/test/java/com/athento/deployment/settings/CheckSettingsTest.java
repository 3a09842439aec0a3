package com.athento.deployment.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.Type4Deployment;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** All our settings, and nothing else of the application. */
@ExtendWith(OutputCaptureExtension.class)
class CheckSettingsTest {

    @ParameterizedTest(name = "--{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "deployment.request.lead-tme|48h|There is no setting 'deployment.request.lead-tme'; the nearest is 'deployment.request.lead-time'.",
                "deployment.requests.lead-time|48h|There is no setting 'deployment.requests.lead-time'; the nearest is 'deployment.request.lead-time'.",
                "deployment.request|48h|There is no setting 'deployment.request'; the nearest is '",
                "deployment.vendorzone.id|UTC|There is no setting 'deployment.vendorzone.id'; the nearest is 'deployment.vendor-zone'.",
                "deployment.mail.team.qa|qa@x.example|There is no setting 'deployment.mail.team.qa'; the nearest is 'deployment.mail.teams'.",
                "register.imports|a.yaml|There is no setting 'register.imports'; the nearest is 'register.import'."
            })
    void refusesAMisspeltName(String name, String value, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of(), "--" + name + "=" + value));

        assertThat(output).contains("APPLICATION FAILED TO START", sentence).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEPLOYMENT_REQUEST_LEADTIM", "DEPLOYMENT_MAIL_BASE_URI", "REGISTER_FILE"})
    void refusesAMisspeltVariable(String name, CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of(name, "1h")));

        assertThat(output).contains("There is no setting '%s'; the nearest is".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DEPLOYMENT_REQUEST_LEADTIME", "DEPLOYMENT_REQUEST_LEAD_TIME", "DEPLOYMENT_SITE24X7_TIMEOUT"})
    void takesAVariableInEachOfItsSpellings(String name) {
        start(Map.of(name, "5s"));
    }

    @Test
    void takesFreeNamesBelowAMapAndOtherPeoplesSettings() {
        start(
                Map.of("DEPLOYMENT", "blue", "DEPLOYMENTS_NAMESPACE", "x"),
                "--deployment.mail.teams.qa=qa@acme.example",
                "--deployment.mail.baseUrl=https://deployments.example.com",
                "--deployment.working-hours.days[0]=MONDAY",
                "--deployment.qa.testrail.base-url=https://acme.testrail.io/",
                "--deployment.qa.testrail.user=qa@acme.example",
                "--deployment.qa.testrail.key=k",
                "--deployment.qa.testrail.projects.ACME-PRO=3",
                "--deployment.qa.testrail.suites.SE=5",
                "--deployment.qa.testrail.passed-statuses=6,7",
                "--deployment.site24x7.client-id=a",
                "--deployment.site24x7.client-secret=b",
                "--deployment.site24x7.refresh-token=c",
                "--deployment.site24x7.monitors.ACME=123",
                "--deployments.other=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deployment.request.lead-time",
                "deployment.consent.deadline",
                "deployment.support.resolve-within.blocker",
                "deployment.site24x7.timeout"
            })
    void refusesADurationWithoutAUnit(String name, CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of(), "--" + name + "=48"));

        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        name + ": '48' has no unit; give one of ms, s, m, h or d behind the number")
                .doesNotContain("\tat ");
    }

    /** Each of them may end up in a header, a calendar, a feed, an address or a log. */
    @ParameterizedTest
    @MethodSource("ofText")
    void refusesATextThatIsNotOneLine(String name, CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of(name, "s3cret\u202E")));

        assertThat(output)
                .contains(name + ": has control characters or more than one line; give one line of plain text.")
                .doesNotContain("s3cret", "\tat ");
    }

    /** All that are kept as they are written; the others are of a type with a form of its own. */
    static Stream<String> ofText() {
        return records().stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .filter(one -> one.getGenericType().getTypeName().contains("String"))
                        .filter(one -> !one.getGenericType().getTypeName().contains("Long"))
                        .map(one -> name(type, one)));
    }

    private static String name(Class<?> type, RecordComponent component) {
        var name = type.getAnnotation(ConfigurationProperties.class).value()
                + "."
                + (component.getName().equals("file")
                        ? "import"
                        : DataObjectPropertyName.toDashedForm(component.getName()));
        return switch (component.getType().getSimpleName()) {
            case "Map" -> name + (name.endsWith(".teams") ? ".qa" : ".acme");
            case "List" -> name + "[0]";
            default -> name;
        };
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#notOnOneLine")
    void refusesEachWayNotToBeOneLine(String text, CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of("deployment.mail.product", "s3cret" + text)));

        assertThat(output)
                .contains("deployment.mail.product: has control characters or more than one line")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#names")
    void takesAnyOtherName(String name) {
        start(Map.of("deployment.mail.product", name));
    }

    @ParameterizedTest(name = "--{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "deployment.site24x7.base-url|ftp://x.example|deployment.site24x7.base-url: 'ftp://x.example' is not a web address",
                "deployment.site24x7.accounts-url|x.example|deployment.site24x7.accounts-url: 'x.example' is not a web address",
                "deployment.qa.testrail.base-url|ftp://x.example|deployment.qa.testrail.base-url: 'ftp://x.example' is not a web address",
                "deployment.qa.testrail.base-url|https://x.example|deployment.qa.testrail.user: is missing, but a base-url is given",
                "deployment.qa.testrail.user|a@x.example|deployment.qa.testrail.user: is set, but no base-url",
                "deployment.qa.testrail.projects.SE|3|deployment.qa.testrail.projects: is set, but no base-url",
                "deployment.site24x7.monitors.acme|123|deployment.site24x7.monitors: 'acme' is not the code of a client",
                "deployment.mail.base-url|ftp://x.example|deployment.mail.base-url: 'ftp://x.example' is no address that a mail can link to"
            })
    void refusesWhatWouldGoWrongLater(String name, String value, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of(), "--" + name + "=" + value));

        assertThat(output).contains("APPLICATION FAILED TO START", sentence);
    }

    /** What takes a setting without being a record would not be known. */
    @Test
    void allOurSettingsAreTakenByRecords() {
        var types = records();

        assertThat(types).hasSizeGreaterThan(7).allMatch(Class::isRecord);
        assertThat(new KnownSettings(types).has("register.import")).isTrue();
    }

    private static List<Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var types = new ArrayList<Class<?>>();
        for (var found : scanner.findCandidateComponents(Type4Deployment.class.getPackageName())) {
            types.add(type(found.getBeanClassName()));
        }
        return types;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static void start(Map<String, Object> variables, String... arguments) {
        new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .profiles("settings")
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addLast(new SystemEnvironmentPropertySource("variables", variables)))
                .run(arguments)
                .close();
    }

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan(basePackageClasses = Type4Deployment.class)
    @Import(CheckSettings.class)
    static class Settings {}
}
