package com.athento.deployment.process.models;

import com.athento.deployment.intervention.Choice;
import com.athento.deployment.intervention.Haste;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.intervention.Reminding;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.process.Variables;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The extension properties that the application reads, and what each of them may say. */
final class PropertiesRead {

    /** Each says one word. */
    static final Map<String, Choice<?>> WORDS = Map.of(
            "phase", new Choice<>(Phase.class),
            "public-state", new Choice<>(PublicState.class),
            "outcome", new Choice<>(Outcome.class),
            "cause", new Choice<>(ReplanCause.class),
            "urgent", new Choice<>(Haste.class),
            "reminds", new Choice<>(Reminding.class));

    /** Each names variables. */
    static final Set<String> VARIABLES = Set.of("answers", "keeps", "tells", "done-by", "goes-to", "not-for");

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private PropertiesRead() {}

    /** What is wrong with an element, if it is an extension property. */
    static Optional<String> fault(Element element) {
        return CAMUNDA.equals(element.getNamespaceURI()) && "property".equals(element.getLocalName())
                ? fault(
                        element.getAttribute("name"),
                        element.getAttribute("value").strip())
                : Optional.empty();
    }

    private static Optional<String> fault(String name, String value) {
        if (VARIABLES.contains(name)) {
            return unknownVariables(name, value);
        }
        return WORDS.containsKey(name)
                ? unknownWord(name, value)
                : Optional.of("nothing reads the property '%s'%s; there are %s"
                        .formatted(name, Names.didYouMean(name, names()), String.join(", ", names())));
    }

    private static Optional<String> unknownVariables(String name, String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(variable -> Variables.find(variable).isEmpty())
                .map(Names::unknownVariable)
                .collect(Collectors.collectingAndThen(Collectors.joining(", "), Optional::of))
                .filter(unknown -> !unknown.isEmpty())
                .map(unknown -> "'%s': %s".formatted(name, unknown));
    }

    private static Optional<String> unknownWord(String name, String value) {
        var choice = WORDS.get(name);
        return choice.find(value).isPresent()
                ? Optional.empty()
                : Optional.of("'%s' cannot be '%s'; give one of %s".formatted(name, value, choice));
    }

    private static Set<String> names() {
        var names = new TreeSet<>(WORDS.keySet());
        names.addAll(VARIABLES);
        return names;
    }
}
