package com.athento.deployment.process.models;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.Variables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Looks through a diagram for everything that the engine would only notice when somebody stands there: names in
 * expressions, words that are compared, gateways that let nobody through, beans, forms, tables, teams, and the
 * properties that the code reads.
 */
class CheckDiagram {

    private static final String EMBEDDED = "embedded:deployment:";

    private final ListableBeanFactory beans;
    private final Set<String> files;
    private final Set<String> tables;

    /**
     * @param files paths below {@code bpmn/}
     * @param tables ids of the decisions among them
     */
    CheckDiagram(ListableBeanFactory beans, Set<String> files, Set<String> tables) {
        this.beans = beans;
        this.files = files;
        this.tables = tables;
    }

    List<String> faults(Element diagram) {
        var faults = new ArrayList<String>();
        each(diagram, element -> check(element, faults));
        return faults;
    }

    private void check(Element element, List<String> faults) {
        var place = place(element);
        Consumer<String> fault = sentence -> faults.add(place + ": " + sentence);
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            check(element, (Attr) attributes.item(i), fault);
        }
        if (isExpression(ownText(element))) {
            check(element.getLocalName(), ownText(element), fault);
        }
        if ("exclusiveGateway".equals(element.getLocalName())) {
            checkGateway(element, fault);
        }
        PropertiesRead.fault(element).ifPresent(fault);
    }

    private void check(Element element, Attr attribute, Consumer<String> fault) {
        var value = attribute.getValue().strip();
        switch (attribute.getLocalName()) {
            case "delegateExpression" -> checkBean(element, value, fault);
            case "candidateGroups" -> checkTeams(value, fault);
            case "formKey" -> {
                if (!value.startsWith(EMBEDDED) || !files.contains(value.substring(EMBEDDED.length()))) {
                    fault.accept("the form '%s' does not exist; give %sforms/x.html for a file there"
                            .formatted(value, EMBEDDED));
                }
            }
            case "formRef" ->
                fault.accept(
                        "the Camunda Form '%s' would be read in one language only; give %sforms/x.html as the form key"
                                .formatted(value, EMBEDDED));
            case "decisionRef" -> {
                if (!tables.contains(value)) {
                    fault.accept("there is no table with the id '%s'; there are %s"
                            .formatted(value, String.join(", ", new TreeSet<>(tables))));
                }
            }
            default -> {
                if (isExpression(value)) {
                    check(attribute.getLocalName(), value, fault);
                }
            }
        }
    }

    private static void check(String use, String text, Consumer<String> fault) {
        try {
            var reading = Reading.of(text);
            var faults = reading.faults();
            faults.forEach(sentence -> fault.accept("'%s': %s".formatted(text, sentence)));
            if (faults.isEmpty()) {
                checkType(use, reading);
            }
        } catch (IllegalArgumentException wrong) {
            fault.accept("'%s': %s".formatted(text, wrong.getMessage()));
        }
    }

    private static void checkType(String use, Reading reading) {
        Class<?> type = switch (use) {
            case "conditionExpression" -> Boolean.class;
            case "dueDate", "followUpDate", "timeDate" -> Date.class;
            case "priority", "jobPriority" -> Integer.class;
            default -> Object.class;
        };
        for (var values : Reading.combinations(reading.names())) {
            var yields = reading.with(values, Object.class);
            if (!type.isInstance(yields)) {
                throw new IllegalArgumentException(
                        "it yields '%s', and here must stand a %s".formatted(yields, type.getSimpleName()));
            }
        }
    }

    private void checkBean(Element element, String expression, Consumer<String> fault) {
        var kinds = switch (element.getLocalName()) {
            case "taskListener" -> List.<Class<?>>of(TaskListener.class);
            case "executionListener" -> List.of(ExecutionListener.class, JavaDelegate.class);
            default -> List.<Class<?>>of(JavaDelegate.class);
        };
        var name = expression.replaceAll("^[$#]\\{|}$", "").strip();
        var known = kinds.stream()
                .flatMap(kind -> Arrays.stream(beans.getBeanNamesForType(kind, true, false)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!isExpression(expression) || !known.contains(name)) {
            fault.accept(
                    "nothing in the application is called '%s'%s".formatted(expression, Names.didYouMean(name, known)));
        }
    }

    private static void checkTeams(String value, Consumer<String> fault) {
        var teams = Arrays.stream(Team.values()).map(Team::id).toList();
        Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(team -> !teams.contains(team))
                .forEach(team -> fault.accept(
                        "there is no team '%s'; give one of %s".formatted(team, String.join(", ", teams))));
    }

    /** Of words and yes-or-no, every value leads on by one flow. */
    private static void checkGateway(Element gateway, Consumer<String> fault) {
        var flows = children((Element) gateway.getParentNode(), "sequenceFlow")
                .filter(flow -> gateway.getAttribute("id").equals(flow.getAttribute("sourceRef")))
                .filter(flow -> !flow.getAttribute("id").equals(gateway.getAttribute("default")))
                .toList();
        var conditions = new ArrayList<Reading>();
        var names = new TreeSet<String>();
        for (var flow : flows) {
            var condition = children(flow, "conditionExpression")
                    .map(Element::getTextContent)
                    .findFirst();
            if (condition.isPresent()) {
                try {
                    var reading = Reading.of(condition.get().strip());
                    conditions.add(reading);
                    names.addAll(reading.names());
                } catch (IllegalArgumentException shownAtTheFlow) {
                    return;
                }
            } else if (flows.size() > 1) {
                fault.accept("the flow '%s' has no condition; it would be taken whatever the answer"
                        .formatted(flow.getAttribute("id")));
                return;
            }
        }
        var countable = names.stream()
                .allMatch(name -> Variables.find(name)
                        .filter(known -> !known.values().isEmpty())
                        .isPresent());
        if (conditions.isEmpty() || !countable) {
            return;
        }
        for (var values : Reading.combinations(names)) {
            var open = conditions.stream()
                    .filter(condition -> condition.with(values, Boolean.class))
                    .count();
            if (open > 1 || (open == 0 && gateway.getAttribute("default").isEmpty())) {
                fault.accept("with %s %s leads on; exactly one must"
                        .formatted(Reading.shown(values), open == 0 ? "no flow" : "more than one flow"));
            }
        }
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private static String ownText(Element element) {
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    /** The nearest element that a designer can find: by its label, and by its id. */
    static String place(Element element) {
        var place = element;
        while (!place.hasAttribute("id") && place.getParentNode() instanceof Element parent) {
            place = parent;
        }
        var id = place.getAttribute("id");
        return place.getAttribute("name").isBlank()
                ? id
                : "%s ('%s')".formatted(id, place.getAttribute("name").replaceAll("\\s+", " "));
    }

    static Stream<Element> children(Element parent, String kind) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && kind.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children.stream();
    }

    static void each(Element element, Consumer<Element> visit) {
        visit.accept(element);
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                each(inner, visit);
            }
        }
    }
}
