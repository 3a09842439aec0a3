package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms and model agree: every step has its form, and no form sends what its step does not take. */
class FormsTest {

    private static final Path ROOM = Path.of("bpmn");
    private static final String EMBEDDED = "embedded:deployment:";
    private static final Pattern FIELD = Pattern.compile("ng-model=\"f\\.(\\w+)\"");

    /** Where a field can be named, and a field that nobody sees. */
    private static final Pattern NAMING =
            Pattern.compile("<(/?)(div|label|input type=\"hidden\")((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)>");

    /** Steps that a person answers, by the names that a failure shows. */
    static Stream<Step> steps() {
        return Stream.of("type-4-deployment", "change-intervention", "report-incident")
                .map(model ->
                        Bpmn.readModelFromFile(ROOM.resolve(model + ".bpmn").toFile()))
                .flatMap(FormsTest::steps);
    }

    private static Stream<Step> steps(BpmnModelInstance model) {
        var starts = model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .map(start -> new Step(start.getId(), start.getCamundaFormKey(), answers(start)));
        var tasks = model.getModelElementsByType(UserTask.class).stream()
                .map(task -> new Step(task.getId(), task.getCamundaFormKey(), answers(task)));
        return Stream.concat(starts, tasks);
    }

    /** A field that is for numbers alone drops what it does not understand: 12,5 became 125. */
    @ParameterizedTest
    @MethodSource("steps")
    void noFieldMakesAnotherNumberOfWhatIsTyped(Step step) throws IOException {
        assertThat(Files.readString(step.file())).doesNotContain("type=\"number\"");
    }

    /** What is refused about it would begin with a colon. */
    @ParameterizedTest
    @MethodSource("steps")
    void aFieldThatNobodySeesStandsInAGroupWithAName(Step step) throws IOException {
        var around = new ArrayDeque<String>();
        for (var tag : NAMING.matcher(Files.readString(step.file())).results().toList()) {
            if (tag.group(2).startsWith("input")) {
                assertThat(around).as(tag.group()).anyMatch(FormsTest::names);
            } else if (tag.group(1).isEmpty()) {
                around.push(tag.group(2) + tag.group(3));
            } else {
                around.pop();
            }
        }
    }

    private static boolean names(String tag) {
        return tag.startsWith("label") || (tag.contains("role=\"group\"") && tag.contains("data-text-aria-label="));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyStepHasAFormThatAsksForAllItsAnswers(Step step) throws IOException {
        assertThat(step.file()).as("the form of %s", step).isRegularFile();

        assertThat(fields(step)).containsAll(step.answers);
        assertThat(steps().filter(other -> other.file().equals(step.file())))
                .flatExtracting(Step::answers)
                .containsAll(fields(step));
    }

    @Test
    void noFormIsLeftOver() throws IOException {
        try (var files = Files.list(ROOM.resolve("forms"))) {
            assertThat(steps().map(Step::file).distinct().toList()).containsExactlyInAnyOrderElementsOf(files.toList());
        }
    }

    /** The fields of a form are named after what they answer; one form serves two teams. */
    private static Set<String> fields(Step step) throws IOException {
        var team = step.id.startsWith("approve-") ? step.id.substring("approve-".length()) : "";
        return FIELD.matcher(Files.readString(step.file()))
                .results()
                .map(field -> team + field.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> answers(FlowNode node) {
        return Optional.ofNullable(node.getExtensionElements())
                .map(extensions -> extensions
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list())
                .stream()
                .flatMap(Collection::stream)
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> List.of("answers", "keeps").contains(property.getCamundaName()))
                .flatMap(property -> Arrays.stream(property.getCamundaValue().split(",")))
                .map(String::strip)
                .toList();
    }

    private record Step(String id, String formKey, List<String> answers) {

        Path file() {
            return ROOM.resolve(formKey.substring(EMBEDDED.length()));
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
