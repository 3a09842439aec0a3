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
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The variables that a step takes from whoever answers it: the one place that converts, for whatever door
 * {@link Submission} stands behind.
 *
 * @param byName in the order of their names, as a refusal lists them
 */
record Takes(Map<String, Variable<?>> byName) {

    static Takes of(List<Variable<?>> answers, List<Variable<?>> keeps) {
        var byName = new TreeMap<String, Variable<?>>();
        Stream.concat(answers.stream(), keeps.stream()).forEach(variable -> byName.put(variable.name(), variable));
        return new Takes(byName);
    }

    /** @throws Refused if some of them are not for this step, by name */
    void check(Collection<String> submitted) {
        var reading = new Reading();
        check(submitted, reading);
        reading.end();
    }

    void check(Collection<String> submitted, Reading reading) {
        submitted.stream().filter(name -> !byName.containsKey(name)).forEach(name -> reading.check(() -> refuse(name)));
    }

    private void refuse(String name) {
        throw byName.isEmpty()
                ? Refused.because("refused.step.takes-nothing", name)
                : Refused.because("refused.step.takes-others", name, String.join(", ", byName.keySet()));
    }

    /**
     * The submitted values as the engine shall hold them; what this step does not know stays as it is, and what is none
     * of its variable's values is left out.
     *
     * @param reading hears of what is left out, by name
     */
    Map<String, Object> typed(Map<String, Object> submitted, Reading reading) {
        var typed = Variables.createVariables();
        for (var name : submitted.keySet()) {
            var value = submitted instanceof VariableMap map ? map.getValueTyped(name) : submitted.get(name);
            var variable = byName.get(name);
            typed.put(
                    name,
                    variable == null
                            ? value
                            : reading.of(() -> variable.typed(plain(variable, value)))
                                    .orElse(null));
        }
        return typed;
    }

    /**
     * Of bytes, a file or an object nothing is read, not even to refuse it; of a document where a list is asked for.
     */
    private static Object plain(Variable<?> variable, Object submitted) {
        if (!(submitted instanceof TypedValue value)) {
            return submitted;
        }
        var type = value.getType();
        if (type == null || (type instanceof PrimitiveValueType && type != ValueType.BYTES)) {
            return value.getValue();
        }
        if (type.equals(variable.type()) && value instanceof SerializableValue json) {
            return json.isDeserialized() ? json.getValue() : json.getValueSerialized();
        }
        throw variable.ofWrongType(type.getName());
    }
}
