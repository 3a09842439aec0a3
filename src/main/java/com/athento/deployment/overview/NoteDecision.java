package com.athento.deployment.overview;

import com.athento.deployment.process.ModelProperty;
import com.athento.deployment.process.Variable;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Notes for the timeline what a task decided: the answers that a designer names in {@code tells}. */
@Component
class NoteDecision {

    private static final String PROPERTY = "tells";

    private final OverviewTables tables;

    NoteDecision(OverviewTables tables) {
        this.tables = tables;
    }

    void note(Element element, TaskDefinition task) {
        var told = ModelProperty.variables(element, PROPERTY);
        if (!told.isEmpty()) {
            task.addTaskListener(
                    TaskListener.EVENTNAME_COMPLETE,
                    done -> Changes.ofThisTransaction(tables).decided(done.getId(), decision(done, told)));
        }
    }

    /** The engine's own note of the completed task comes after this. */
    private static Decision decision(DelegateTask task, List<Variable<?>> told) {
        Predicate<Object> text = String.class::isInstance;
        return new Decision(said(task, told, text.negate(), " "), said(task, told, text, "\n"));
    }

    private static String said(DelegateTask task, List<Variable<?>> told, Predicate<Object> kind, String between) {
        return told.stream()
                .flatMap(variable -> variable.find(task).stream())
                .filter(kind)
                .map(Object::toString)
                .collect(Collectors.collectingAndThen(Collectors.joining(between), NoteDecision::orNull));
    }

    private static String orNull(String said) {
        return said.isEmpty() ? null : said;
    }
}
