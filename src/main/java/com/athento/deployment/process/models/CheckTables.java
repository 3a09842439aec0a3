package com.athento.deployment.process.models;

import com.athento.deployment.process.Variables;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;

/**
 * Asks a table everything that it can be asked: its inputs are words and yes-or-no, so they can be counted. Each time
 * exactly one rule must answer, with what {@link ReadsTable its reader} can read; a column that nobody reads is
 * refused.
 */
class CheckTables {

    private final DmnEngine engine;
    private final List<ReadsTable> readers;

    CheckTables(DmnEngine engine, List<ReadsTable> readers) {
        this.engine = engine;
        this.readers = readers;
    }

    List<String> faults(byte[] file) {
        List<DmnDecision> decisions;
        try {
            decisions = engine.parseDecisions(new ByteArrayInputStream(file));
        } catch (DmnEngineException broken) {
            return List.of(sentence(broken));
        }
        return decisions.stream()
                .flatMap(decision -> faults(decision).stream())
                .distinct()
                .toList();
    }

    private List<String> faults(DmnDecision decision) {
        var place = "%s: ".formatted(decision.getKey());
        var reader = readers.stream()
                .filter(each -> each.table().equals(decision.getKey()))
                .findFirst();
        if (reader.isEmpty() || !decision.isDecisionTable()) {
            return List.of(place
                    + "nothing reads this; there are the tables %s"
                            .formatted(readers.stream()
                                    .map(ReadsTable::table)
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
        var table = (DmnDecisionTableImpl) decision.getDecisionLogic();
        var faults = new ArrayList<String>();
        var inputs = new LinkedHashSet<String>();
        for (var input : table.getInputs()) {
            var name = input.getExpression().getExpression().strip();
            inputs.add(name);
            input(name).ifPresent(faults::add);
        }
        var outputs = table.getOutputs().stream()
                .map(DmnDecisionTableOutputImpl::getOutputName)
                .collect(Collectors.toCollection(TreeSet::new));
        columns(outputs, reader.get().outputs()).ifPresent(faults::add);
        if (faults.isEmpty()) {
            Reading.combinations(inputs).forEach(values -> ask(decision, reader.get(), values, faults));
        }
        return faults.stream().map(place::concat).toList();
    }

    private static Optional<String> input(String name) {
        var variable = Variables.find(name);
        if (variable.isEmpty()) {
            return Optional.of("an input: " + Names.unknownVariable(name));
        }
        return variable.filter(known -> known.values().isEmpty())
                .map(endless ->
                        "an input: '%s' has too many values to try them all; take one that is a word or yes or no"
                                .formatted(name));
    }

    private static Optional<String> columns(Set<String> present, Set<String> read) {
        return present.equals(read)
                ? Optional.empty()
                : Optional.of("the outputs are %s, and what is read are %s; have exactly these"
                        .formatted(String.join(", ", present), String.join(", ", new TreeSet<>(read))));
    }

    private void ask(DmnDecision decision, ReadsTable reader, Map<String, Object> values, List<String> faults) {
        var question = "for %s ".formatted(Reading.shown(values));
        try {
            DmnDecisionResult answers = engine.evaluateDecision(decision, values);
            if (answers.size() == 1) {
                reader.check(new TableAnswer(answers.getSingleResult().getEntryMap()));
            } else {
                faults.add(question
                        + (answers.isEmpty() ? "no rule answers" : "several rules answer")
                        + "; exactly one must");
            }
        } catch (DmnEngineException fails) {
            faults.add(question + sentence(fails));
        } catch (IllegalArgumentException unreadable) {
            faults.add(question + unreadable.getMessage());
        }
    }

    /** Without the engine's number of it. */
    private static String sentence(DmnEngineException failure) {
        return failure.getMessage().replaceAll("[A-Z]+(/[A-Z]+)?-\\d+ ", "");
    }
}
