package com.athento.deployment.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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
}
