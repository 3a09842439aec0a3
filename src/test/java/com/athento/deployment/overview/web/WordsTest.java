package com.athento.deployment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.ApprovalDecision;
import com.athento.deployment.intervention.CausedByUpdate;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Channel;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.ConsentVia;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.HourState;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.ServiceState;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the model can say, the pages can say in both languages. */
class WordsTest {

    private static final Properties ENGLISH = bundle("overview.properties");
    private static final Properties SPANISH = bundle("overview_es.properties");

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void everyCodeHasAWord(String kind, Stream<String> codes) {
        assertThat(codes.map(code -> "overview." + kind + "." + code)).allSatisfy(key -> {
            assertThat(ENGLISH).containsKey(key);
            assertThat(SPANISH).containsKey(key);
        });
    }

    @Test
    void bothLanguagesSayTheSame() {
        Set<Object> spanish = new HashSet<>(SPANISH.keySet());
        spanish.removeIf(key -> key.toString().matches("overview\\.(element|asked)\\..*"));

        assertThat(spanish).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
    }

    @Test
    void everyStepThatAPageMayNameHasASpanishName() throws IOException {
        try (InputStream file = WordsTest.class.getResourceAsStream("/bpmn/type-4-deployment.bpmn")) {
            var model = Bpmn.readModelFromStream(file);
            assertThat(Stream.of(UserTask.class, SendTask.class, BoundaryEvent.class)
                            .flatMap(type -> model.getModelElementsByType(type).stream())
                            .map(FlowNode::getId))
                    .allSatisfy(id -> assertThat(SPANISH).containsKey("overview.element." + id));
        }
    }

    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of("phase", names(Phase.values())),
                Arguments.of("outcome", names(Outcome.values())),
                Arguments.of("state", names(ServiceState.values())),
                Arguments.of("hour", names(HourState.values())),
                Arguments.of("severity", names(Severity.values())),
                Arguments.of("risk", names(Risk.values())),
                Arguments.of("gravity", names(Finding.Gravity.values())),
                Arguments.of("decision", names(ApprovalDecision.values())),
                Arguments.of("consent", names(ConsentAnswer.values())),
                Arguments.of("via", names(ConsentVia.values())),
                Arguments.of("verdict", names(Verdict.values())),
                Arguments.of("resolution", names(IncidentResolution.values())),
                Arguments.of("caused", names(CausedByUpdate.values())),
                Arguments.of("changeKind", names(ChangeKind.values())),
                Arguments.of("channel", names(Channel.values())),
                Arguments.of("group", Arrays.stream(Team.values()).map(Team::id)));
    }

    private static Stream<String> names(Enum<?>[] codes) {
        return Arrays.stream(codes).map(Enum::name);
    }

    private static Properties bundle(String name) {
        try (var file = WordsTest.class.getResourceAsStream("/messages/" + name);
                var text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(text);
            return words;
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
