package com.athento.deployment.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The variables that a step takes from whoever answers it.
 *
 * @param byName in the order of their names, as a refusal lists them
 */
record Takes(Map<String, Variable<?>> byName) {

    static Takes of(List<Variable<?>> answers, List<Variable<?>> keeps) {
        var byName = new TreeMap<String, Variable<?>>();
        Stream.concat(answers.stream(), keeps.stream())
                .forEach(variable -> byName.put(variable.name(), variable));
        return new Takes(byName);
    }

    /**
     * @throws Refused if one of them is not for this step, by name
     */
    void check(Collection<String> submitted) {
        for (var name : submitted) {
            if (!byName.containsKey(name)) {
                throw Refused.because(
                        "%s: this step does not take it; it takes %s",
                        name, byName.isEmpty() ? "nothing" : String.join(", ", byName.keySet()));
            }
        }
    }

    /**
     * The submitted values as the engine shall hold them; what this step does not know stays as it
     * is.
     *
     * @throws Refused if a value is none of its variable, by name
     */
    Map<String, Object> typed(Map<String, Object> submitted) {
        var typed = Variables.createVariables();
        for (var name : submitted.keySet()) {
            var value =
                    submitted instanceof VariableMap map
                            ? map.getValueTyped(name)
                            : submitted.get(name);
            var variable = byName.get(name);
            typed.put(name, variable == null ? value : variable.typed(plain(variable, value)));
        }
        return typed;
    }

    /** Of bytes, a file, a document or an object nothing is read, not even to refuse it. */
    private static Object plain(Variable<?> variable, Object submitted) {
        if (!(submitted instanceof TypedValue value)) {
            return submitted;
        }
        var type = value.getType();
        if (type == null || (type instanceof PrimitiveValueType && type != ValueType.BYTES)) {
            return value.getValue();
        }
        throw variable.ofWrongType(type.getName());
    }
}
