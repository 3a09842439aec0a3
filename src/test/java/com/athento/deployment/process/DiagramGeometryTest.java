package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiagramGeometryTest {

    private static final Path MODELS = Path.of("bpmn");

    static Stream<Path> models() throws Exception {
        try (var files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theModelIsDrawnWithoutAFault(Path model) throws Exception {
        assertThat(DiagramGeometry.faults(model)).isEmpty();
    }

    @ParameterizedTest(name = "{0} moved by {1} right and {2} down: {3}")
    @CsvSource({
        "deploy, 30, 0, deploy overlaps deployment-result",
        "check-request, 0, 60, request-checked does not start at check-request",
        "confirm-window, 1000, 0, prepare-intervention and confirm-window are drawn apart",
    })
    void aMovedBoxIsNoticed(String id, int right, int down, String fault, @TempDir Path folder) throws Exception {
        assertThat(faultsWhenMoved(id + "-shape", "dc:Bounds", right, down, folder))
                .contains(fault);
    }

    @ParameterizedTest(name = "label of {0} moved by {1} right and {2} down: {3}")
    @CsvSource({
        "window-opened-shape, 30, 0, the label of window-opened overlaps start-deployment",
        "deployed-yes-edge, 0, 12, deployed-yes runs through the label of deployed-yes",
        "plan-approved-shape, -30, 0, the labels of preparation-started and plan-approved overlap",
    })
    void aMovedLabelIsNoticed(String drawn, int right, int down, String fault, @TempDir Path folder) throws Exception {
        assertThat(faultsWhenMoved(drawn, "bpmndi:BPMNLabel>\\s*<dc:Bounds", right, down, folder))
                .contains(fault);
    }

    @ParameterizedTest(name = "start of {0} moved by {1} right and {2} down: {3}")
    @CsvSource({
        "rollback-begun, 5, 0, rollback-begun is slanted",
        "plan-approved-yes, 0, 30, plan-approved-yes does not start at plan-approved",
        "closing-sent, 15, 0, closing-sent is too short for its arrow",
        "deployment-tried, -200, 0, deployment-tried runs through already-deployed",
        "window-reached, 500, 0, window-reached meets start-now",
    })
    void aMovedFlowIsNoticed(String flow, int right, int down, String fault, @TempDir Path folder) throws Exception {
        assertThat(faultsWhenMoved(flow + "-edge", "di:waypoint", right, down, folder))
                .contains(fault);
    }

    @Test
    void somethingNotDrawnIsNoticed(@TempDir Path folder) throws Exception {
        var model = lifecycle().replaceAll("(?s)<bpmndi:BPMNShape id=\"deploy-shape\".*?Shape>", "");

        assertThat(faults(model, folder)).containsExactly("deploy is not drawn");
    }

    private static List<String> faultsWhenMoved(String drawn, String part, int right, int down, Path folder)
            throws Exception {
        var place = Pattern.compile(
                "(id=\"%s\"(?:(?!</bpmndi:BPMN(?:Shape|Edge)).)*?%s x=\")([\\d.]+)(\" y=\")([\\d.]+)"
                        .formatted(drawn, part),
                Pattern.DOTALL);
        var moved = place.matcher(lifecycle())
                .replaceFirst(found -> found.group(1)
                        + (Double.parseDouble(found.group(2)) + right)
                        + found.group(3)
                        + (Double.parseDouble(found.group(4)) + down));
        return faults(moved, folder);
    }

    private static List<String> faults(String model, Path folder) throws Exception {
        return DiagramGeometry.faults(Files.writeString(folder.resolve("type-4-deployment.bpmn"), model));
    }

    private static String lifecycle() throws Exception {
        return Files.readString(MODELS.resolve("type-4-deployment.bpmn"));
    }
}
