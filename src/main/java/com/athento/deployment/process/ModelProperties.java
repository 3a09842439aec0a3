package com.athento.deployment.process;

import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.PublicState;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
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

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        var answers = ModelProperty.variables(element, "answers");
        if (!answers.isEmpty()) {
            start.setProperty(TAKES, Takes.of(answers, List.of()));
            start.addListener(ExecutionListener.EVENTNAME_START, new TakeAnswers.OfStart(answers), 0);
        }
        passed(element, start);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var answers = ModelProperty.variables(element, "answers");
        var keeps = ModelProperty.variables(element, "keeps");
        activity.setProperty(TAKES, Takes.of(answers, keeps));
        ModelProperty.variables(element, KeptOut.PROPERTY)
                .forEach(person -> activity.setProperty(KeptOut.PROPERTY, person));

        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        ModelProperty.variables(element, "done-by")
                .forEach(doer -> task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, handOn.noting(doer)));
        // Whoever else listens to a new task finds it in somebody's hands.
        ModelProperty.variables(element, "goes-to").forEach(doer -> {
            first(task, TaskListener.EVENTNAME_CREATE, handOn.to(doer));
            first(task, TaskListener.EVENTNAME_ASSIGNMENT, HandOn::forget);
        });
        first(task, TaskListener.EVENTNAME_CREATE, new TakeAnswers.OfNewTask(answers));
        first(task, TaskListener.EVENTNAME_COMPLETE, new TakeAnswers.OfCompletion(Takes.of(answers, keeps)));
        passed(element, activity);
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        listen(element, flow, ExecutionListener.EVENTNAME_TAKE);
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        passed(element, activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        passed(element, activity);
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        passed(element, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        passed(element, activity);
    }

    @Override
    public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        passed(element, activity);
    }

    @Override
    public void parseParallelGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        passed(element, activity);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        passed(element, activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        passed(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        passed(element, activity);
    }

    private void passed(Element element, ActivityImpl activity) {
        listen(element, activity, ExecutionListener.EVENTNAME_START);
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

    private static void first(TaskDefinition task, String event, TaskListener listener) {
        task.getTaskListeners().computeIfAbsent(event, e -> new ArrayList<>()).add(0, listener);
    }
}
