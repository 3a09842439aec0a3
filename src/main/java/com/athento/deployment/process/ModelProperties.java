package com.athento.deployment.process;

import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.PublicState;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What designers say in the model by extension properties, made true: {@code answers} and {@code keeps} (which
 * variables a step takes), {@code outcome} and {@code cause} (the word that is noted when a flow or event is passed),
 * {@code phase} (what the overview shows from here on), {@code public-state} (what the client's people see from here
 * on), {@code done-by} and {@code goes-to} (which variable keeps who did a task, and whose the task is from its start),
 * {@code not-for} (which variable names whoever cannot do it).
 */
@Component
class ModelProperties extends AbstractBpmnParseListener {

    /** Under this name a step keeps the variables it takes, for {@link ProcedureGuard}. */
    static final String TAKES = "takes";

    /** Asked only while a process runs: whoever listens may need the engine, which is not there yet. */
    private final ObjectProvider<PhaseListener> phases;

    private final ObjectProvider<PublicStateListener> publicStates;

    private final HandOn handOn;

    ModelProperties(
            ObjectProvider<PhaseListener> phases, ObjectProvider<PublicStateListener> publicStates, HandOn handOn) {
        this.phases = phases;
        this.publicStates = publicStates;
        this.handOn = handOn;
    }

    /** Once the engine has read the whole model. */
    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        processes.forEach(process -> root.elements("process").stream()
                .filter(element -> process.getKey().equals(element.attribute("id")))
                .forEach(element -> readAllIn(element, process)));
    }

    private void readAllIn(Element parent, ProcessDefinitionEntity process) {
        for (var element : parent.elements()) {
            Optional.ofNullable(element.attribute("id")).ifPresent(id -> read(element, id, process));
            readAllIn(element, process);
        }
    }

    private void read(Element element, String id, ProcessDefinitionEntity process) {
        Optional.ofNullable(process.findActivity(id)).ifPresent(step -> read(element, step));
        Optional.ofNullable(process.findTransition(id))
                .ifPresent(flow -> listen(element, flow, ExecutionListener.EVENTNAME_TAKE));
    }

    private void read(Element element, ActivityImpl step) {
        switch (element.getTagName()) {
            case "startEvent" -> takeAnswers(element, step);
            case "userTask" -> takeOver(element, step);
            default -> {}
        }
        listen(element, step, ExecutionListener.EVENTNAME_START);
    }

    private static void takeAnswers(Element element, ActivityImpl start) {
        var answers = ModelProperty.variables(element, "answers");
        if (!answers.isEmpty()) {
            start.setProperty(TAKES, Takes.of(answers, List.of()));
            start.addListener(ExecutionListener.EVENTNAME_START, new TakeAnswers.OfStart(answers), 0);
        }
    }

    private void takeOver(Element element, ActivityImpl activity) {
        var answers = ModelProperty.variables(element, "answers");
        var keeps = ModelProperty.variables(element, "keeps");
        activity.setProperty(TAKES, Takes.of(answers, keeps));
        ModelProperty.variables(element, KeptOut.PROPERTY)
                .forEach(person -> activity.setProperty(KeptOut.PROPERTY, person));

        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        // The engine calls built-in listeners before all others: those find the task emptied of earlier answers, and in
        // somebody's hands.
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, new TakeAnswers.OfNewTask(answers));
        ModelProperty.variables(element, "goes-to").forEach(doer -> {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, handOn.to(doer));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, HandOn::forget);
        });
        ModelProperty.variables(element, "done-by")
                .forEach(doer -> task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, handOn.noting(doer)));
    }

    private void listen(Element element, CoreModelElement model, String event) {
        ModelProperty.of(element, "outcome")
                .ifPresent(word -> model.addListener(event, note(Variables.OUTCOME.name(), word), 0));
        ModelProperty.of(element, "cause")
                .ifPresent(word -> model.addListener(event, note(Variables.REPLAN_CAUSE.name(), word), 0));
        ModelProperty.of(element, "phase")
                .ifPresent(word -> model.addListener(event, tell(phases, Phase.valueOf(word))));
        ModelProperty.of(element, "public-state")
                .ifPresent(word -> model.addListener(event, tell(publicStates, PublicState.valueOf(word))));
    }

    private static ExecutionListener tell(ObjectProvider<PublicStateListener> publicStates, PublicState state) {
        return execution -> publicStates.forEach(listener -> listener.becomes(execution, state));
    }

    private static ExecutionListener tell(ObjectProvider<PhaseListener> phases, Phase phase) {
        return execution -> phases.forEach(listener -> listener.enters(execution, phase));
    }

    private static ExecutionListener note(String variable, String word) {
        return execution -> execution.setVariable(variable, word);
    }
}
