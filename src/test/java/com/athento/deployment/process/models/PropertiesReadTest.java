package com.athento.deployment.process.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A designer's slip in an extension property, whichever it is. */
class PropertiesReadTest {

    private static final String LIFECYCLE =
            new String(Models.ofThisBuild().files().get("type-4-deployment.bpmn"), UTF_8);

    static Stream<String> known() {
        return Stream.concat(PropertiesRead.WORDS.keySet().stream(), PropertiesRead.VARIABLES.stream());
    }

    @Test
    void allThatIsShippedIsRead() {
        Models.ofThisBuild().files().forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                assertThat(faults(new String(content, UTF_8))).as(name).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("known")
    void nothingReadsAMisspeltName(String name) {
        var misspelt = name.substring(0, 1) + name.substring(2);

        assertThat(faults(LIFECYCLE.replace(
                        "property name=\"%s\"".formatted(name), "property name=\"%s\"".formatted(misspelt))))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault)
                        .startsWith("nothing reads the property '%s'; did you mean '".formatted(misspelt))
                        .contains(name));
    }

    @ParameterizedTest
    @MethodSource("known")
    void anUnknownWordIsNone(String name) {
        var faulty = LIFECYCLE.replaceAll("(property name=\"%s\" value=\")".formatted(name), "$1nobodysWord, ");

        assertThat(faults(faulty))
                .isNotEmpty()
                .allSatisfy(fault ->
                        assertThat(fault).startsWith("'%s'".formatted(name)).contains("nobodysWord"));
    }

    private static List<String> faults(String diagram) {
        var faults = new ArrayList<String>();
        CheckDiagram.each(
                Models.parse(diagram.getBytes(UTF_8)),
                element -> PropertiesRead.fault(element).ifPresent(faults::add));
        return faults;
    }
}
