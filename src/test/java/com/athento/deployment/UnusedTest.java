package com.athento.deployment;

import static java.util.stream.Collectors.counting;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What nothing of the application uses is not there; private things are found by the compiler. */
class UnusedTest {

    private static final String HOME = "com.athento.deployment.";

    /** Their components are the JSON of an answer, as those of every record of a {@code web} package are. */
    private static final Set<String> WRITTEN_AS_JSON = Set.of(
            "intervention.Finding",
            "notice.banner.BannerDoor$Shown",
            "qa.TypedBattery$Outlook",
            "qa.testrail.FoundRun",
            "qa.testrail.Offer",
            "record.Cause",
            "record.Mail",
            "record.Revision",
            "register.KeptCalendar",
            "schedule.slots.Slot");

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern CONSTANT = Pattern.compile("static final [\\w<>\\[\\], ?.]+ (\\w+)\\s*=");
    private static final Pattern ASKED = Pattern.compile("(?<=\\.)\\w+");
    private static final Pattern STORED = Pattern.compile("(?<=[\\s(,]:)\\w+");

    @Test
    void everyMethodIsUsed() throws IOException, URISyntaxException {
        var shown = named(ASKED, texts("src/main/resources", "html|txt"));
        var stored = named(STORED, texts("src/main/java", "java"));
        var classes =
                Type4Deployment.class.getProtectionDomain().getCodeSource().getLocation();

        assertThat(new ClassFileImporter()
                        .importPath(Path.of(classes.toURI())).stream()
                                .filter(type -> !isWrittenAsJson(type))
                                .flatMap(type -> type.getMethods().stream())
                                .filter(method -> !isCalled(method) && !isInherited(method) && !isReadInside(method))
                                .filter(method -> !shown.contains(method.getName()))
                                .filter(method -> !shown.contains(property(method)))
                                .filter(method -> !(method.getOwner().isRecord() && stored.contains(method.getName())))
                                .map(JavaMethod::getFullName))
                .isEmpty();
    }

    /**
     * A constant in the bytecode is its value alone. Those of the vocabulary may be read by tests of the model only.
     */
    @Test
    void everyConstantIsRead() throws IOException {
        var sources = texts("src", "java");
        var times = WORD.matcher(sources).results().collect(Collectors.groupingBy(MatchResult::group, counting()));

        assertThat(CONSTANT.matcher(texts("src/main/java", "java")).results().map(found -> found.group(1)))
                .isNotEmpty()
                .filteredOn(constant -> times.get(constant) == 1)
                .filteredOn(constant -> !isVariable(constant))
                .isEmpty();
    }

    /** The model names it. */
    private static boolean isVariable(String constant) {
        return Variables.all().stream()
                .map(Variable::name)
                .map(name -> name.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT))
                .anyMatch(constant::equals);
    }

    private static boolean isWrittenAsJson(JavaClass type) {
        return type.isRecord()
                && (type.getPackageName().endsWith(".web")
                        || WRITTEN_AS_JSON.contains(type.getName().substring(HOME.length())));
    }

    private static boolean isCalled(JavaMethod method) {
        return method.getName().equals("main")
                || method.getModifiers().contains(JavaModifier.SYNTHETIC)
                || !method.getAnnotations().isEmpty()
                || Stream.concat(method.getAccessesToSelf().stream(), method.getReferencesToSelf().stream())
                        .anyMatch(call -> !call.getOrigin().equals(method));
    }

    private static boolean isInherited(JavaMethod method) {
        var owner = method.getOwner();
        return (owner.isEnum() && Set.of("values", "valueOf").contains(method.getName()))
                || Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                        .map(JavaClass::getMethods)
                        .flatMap(Set::stream)
                        .anyMatch(above -> above.getName().equals(method.getName())
                                && above.getRawParameterTypes().size()
                                        == method.getRawParameterTypes().size());
    }

    /** A record reads its own components without asking for them. */
    private static boolean isReadInside(JavaMethod method) {
        return method.getOwner().isRecord()
                && method.getOwner().tryGetField(method.getName()).stream()
                        .flatMap(field -> field.getAccessesToSelf().stream())
                        .anyMatch(access -> access.getAccessType() == AccessType.GET
                                && !access.getOrigin().equals(method));
    }

    /** What a template calls it: {@code narrow} for {@code isNarrow}. */
    private static String property(JavaMethod method) {
        var name = method.getName().replaceFirst("^(is|get)(?=[A-Z])", "");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** What pages and mails ask for, or a statement stores, by name. */
    private static Set<String> named(Pattern place, String texts) {
        return place.matcher(texts).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String texts(String folder, String kinds) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.(%s)".formatted(kinds)))
                    .map(UnusedTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
