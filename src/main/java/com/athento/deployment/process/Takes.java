package com.athento.deployment.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
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
            typed.put(
                    name, byName.containsKey(name) ? byName.get(name).typed(plain(value)) : value);
        }
        return typed;
    }

    /** Of a file, a document or an object nothing is read, not even to refuse it. */
    private static Object plain(Object submitted) {
        if (!(submitted instanceof TypedValue value)) {
            return submitted;
        }
        return value.getType() == null || value.getType() instanceof PrimitiveValueType
                ? value.getValue()
                : new Unreadable(value.getType().getName());
    }

    /** What no variable of ours can be; a refusal shows it by its type. */
    private record Unreadable(String type) {
        @Override
        public String toString() {
            return type;
        }
    }
}
