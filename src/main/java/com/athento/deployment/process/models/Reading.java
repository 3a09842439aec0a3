package com.athento.deployment.process.models;

import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * An expression of a model, which reads variables and may compare one with a word. It is taken apart and tried by
 * itself, without the engine.
 */
final class Reading {

    /** More combinations than these are not gone through. */
    private static final int ENOUGH = 1000;

    private static final ExpressionFactoryImpl FACTORY = new ExpressionFactoryImpl();

    private final String text;
    private final Tree tree;

    private Reading(String text, Tree tree) {
        this.text = text;
        this.tree = tree;
    }

    /** @throws IllegalArgumentException if it is none */
    static Reading of(String text) {
        try {
            return new Reading(text, new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text));
        } catch (TreeBuilderException broken) {
            throw new IllegalArgumentException(
                    "it is no expression: at character %d there is %s, and %s should be"
                            .formatted(broken.getPosition(), broken.getEncountered(), broken.getExpected()),
                    broken);
        }
    }

    /** What it reads. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        tree.getIdentifierNodes().forEach(node -> names.add(node.getName()));
        return names;
    }

    /** What is wrong with it, whatever it is for. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        names().stream()
                .filter(name -> Variables.find(name).isEmpty())
                .map(Names::unknownVariable)
                .forEach(faults::add);
        inspect(tree.getRoot(), faults);
        return faults;
    }

    private static void inspect(Node node, List<String> faults) {
        if (node instanceof AstProperty || node instanceof AstFunction) {
            faults.add("it calls something; an expression only reads variables and compares one");
            return;
        }
        if (node instanceof AstBinary comparison) {
            compared(comparison.getChild(0), comparison.getChild(1), faults);
            compared(comparison.getChild(1), comparison.getChild(0), faults);
        }
        for (var i = 0; i < node.getCardinality(); i++) {
            inspect(node.getChild(i), faults);
        }
    }

    private static void compared(Node variable, Node word, List<String> faults) {
        if (variable instanceof AstIdentifier read && word instanceof AstString literal) {
            Variables.find(read.getName()).ifPresent(known -> compared(known, literal, faults));
        }
    }

    private static void compared(Variable<?> variable, AstString literal, List<String> faults) {
        // As it stands there, in quotes of either kind.
        var written = literal.toString();
        var word = written.substring(1, written.length() - 1);
        if (variable.type() != ValueType.STRING) {
            faults.add("'%s' is never a word such as '%s'; it is a %s"
                    .formatted(variable, word, variable.type().getName()));
        } else if (!variable.values().isEmpty() && !variable.values().contains(word)) {
            faults.add("'%s' is never '%s'; it is one of %s"
                    .formatted(
                            variable,
                            word,
                            variable.values().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
    }

    /**
     * What it yields for those values.
     *
     * @throws IllegalArgumentException if it fails, or yields nothing of that type
     */
    <T> T with(Map<String, Object> values, Class<T> type) {
        var context = new SimpleContext();
        values.forEach((name, value) -> context.setVariable(name, FACTORY.createValueExpression(value, Object.class)));
        try {
            return type.cast(FACTORY.createValueExpression(context, text, type).getValue(context));
        } catch (ELException fails) {
            throw new IllegalArgumentException(
                    "with %s it fails: %s".formatted(shown(values), fails.getMessage()), fails);
        }
    }

    /** Values of known variables in all combinations; of those that cannot be counted, one. */
    static List<Map<String, Object>> combinations(Set<String> names) {
        var combinations = List.<Map<String, Object>>of(Map.of());
        for (var name : names) {
            var values = samples(Variables.find(name).orElseThrow());
            combinations = combinations.stream()
                    .flatMap(combination -> values.stream().map(value -> with(combination, name, value)))
                    .limit(ENOUGH)
                    .toList();
        }
        return combinations;
    }

    private static Map<String, Object> with(Map<String, Object> combination, String name, Object value) {
        var more = new LinkedHashMap<>(combination);
        more.put(name, value);
        return more;
    }

    private static List<Object> samples(Variable<?> variable) {
        if (!variable.values().isEmpty()) {
            return variable.values();
        }
        return Stream.<Object>of("text", 1, 1L, Date.from(Instant.EPOCH))
                .filter(sample -> variable.type() instanceof PrimitiveValueType primitive
                        && primitive.getJavaType().isInstance(sample))
                .limit(1)
                .toList();
    }

    static String shown(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return text;
    }
}
