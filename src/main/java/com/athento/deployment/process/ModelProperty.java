package com.athento.deployment.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What a designer says of an element in one of its extension properties. */
public final class ModelProperty {

    private ModelProperty() {}

    /** Empty where the element does not have it. */
    public static Optional<String> of(Element element, String name) {
        return Optional.ofNullable(BpmnParseUtil.parseCamundaExtensionProperties(element))
                .map(properties -> properties.get(name))
                .map(String::strip);
    }

    /** Variables by name, in the order in which the designer names them; none without it. */
    public static List<Variable<?>> variables(Element element, String name) {
        return of(element, name).map(ModelProperty::variables).orElse(List.of());
    }

    private static List<Variable<?>> variables(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .<Variable<?>>map(Variables::named)
                .toList();
    }
}
