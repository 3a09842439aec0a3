package com.athento.deployment.process;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Reads a model only if it brings no code along: what a step does stands in our own delegates. The engine would run
 * scripts and shell commands, and make an object of whatever class a model names, some of them already while it reads.
 */
class ModelsWithoutCode implements BpmnParseFactory {

    private static final String BRINGS_CODE =
            "'%s' brings code into the model; a step calls one of the application's own delegates: camunda:delegateExpression=\"${nameOfTheStep}\"";

    private static final Set<String> SCRIPTS = Set.of("script", "scriptTask", "connector");

    /** Types of a service task that the engine carries out by itself. */
    private static final Set<String> COMMANDS = Set.of("shell", "mail");

    @Override
    public BpmnParse createBpmnParse(BpmnParser parser) {
        return new BpmnParse(parser) {
            @Override
            protected void parseRootElement() {
                check(rootElement);
                if (!hasErrors()) {
                    super.parseRootElement();
                }
            }

            private void check(Element element) {
                if (SCRIPTS.contains(element.getTagName())) {
                    addError(BRINGS_CODE.formatted(element.getTagName()), element);
                }
                element.attributes().stream()
                        .filter(attribute -> bringsCode(element, attribute))
                        .forEach(attribute -> addError(BRINGS_CODE.formatted(attribute), element));
                element.elements().forEach(this::check);
            }
        };
    }

    private static boolean bringsCode(Element element, String attribute) {
        var name = attribute.substring(attribute.lastIndexOf(':') + 1);
        var value = element.attribute(attribute);
        return switch (name) {
            case "class", "formHandlerClass", "variableMappingClass" -> true;
            case "type" -> COMMANDS.stream().anyMatch(value::equalsIgnoreCase);
            // A validator of one's own is a class or a bean.
            case "name" -> element.getTagName().equals("constraint") && value.equals("validator");
            case "language" -> element.getTagName().equals("conditionExpression");
            default -> false;
        };
    }
}
