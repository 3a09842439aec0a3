package com.athento.deployment.overview;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.ModelProperty;
import com.athento.deployment.process.Variable;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Notes for the timeline what a task decided: the answers that a designer names in {@code tells}.
 */
@Component
class NoteDecision extends AbstractBpmnParseListener {

    private static final String PROPERTY = "tells";

    private final OverviewTables tables;

    NoteDecision(OverviewTables tables) {
        this.tables = tables;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var process = (ProcessDefinitionEntity) activity.getProcessDefinition();
        var told = ModelProperty.variables(element, PROPERTY);
        if (Elements.LIFECYCLE.equals(process.getKey()) && !told.isEmpty()) {
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addTaskListener(
                            TaskListener.EVENTNAME_COMPLETE,
                            task ->
                                    Changes.ofThisTransaction(tables)
                                            .decided(task.getId(), decision(task, told)));
        }
    }

    /** The engine's own note of the completed task comes after this. */
    private static Decision decision(DelegateTask task, List<Variable<?>> told) {
        Predicate<Object> text = String.class::isInstance;
        return new Decision(said(task, told, text.negate(), " "), said(task, told, text, "\n"));
    }

    private static String said(
            DelegateTask task, List<Variable<?>> told, Predicate<Object> kind, String between) {
        return told.stream()
                .flatMap(variable -> variable.find(task).stream())
                .filter(kind)
                .map(Object::toString)
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining(between), NoteDecision::orNull));
    }

    private static String orNull(String said) {
        return said.isEmpty() ? null : said;
    }
}
