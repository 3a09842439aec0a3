package com.athento.deployment.overview;

import com.athento.deployment.intervention.Phase;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.PhaseListener;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * The one listener that writes the read model. It hears what the engine notes for its own history: that comes after the
 * listeners of every step, in the engine's transaction, with the values in hand, so that nothing has to be read for it.
 */
@Component
class KeepOverview implements HistoryEventHandler, PhaseListener {

    private final OverviewTables tables;
    private final Clock clock;

    KeepOverview(OverviewTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public void enters(DelegateExecution intervention, Phase phase) {
        row(intervention.getProcessInstanceId()).set("phase", phase.name());
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!Elements.LIFECYCLE.equals(event.getProcessDefinitionKey())) {
            return;
        }
        if (event instanceof HistoricVariableUpdateEventEntity change) {
            take(change);
        } else if (event instanceof HistoricProcessInstanceEventEntity instance) {
            take(instance);
        } else if (event instanceof HistoricTaskInstanceEventEntity task) {
            take(task);
        } else if (event instanceof HistoricActivityInstanceEventEntity activity) {
            take(activity);
        }
    }

    private void take(HistoricVariableUpdateEventEntity change) {
        var ofTheIntervention = change.getProcessInstanceId().equals(change.getExecutionId());
        if (ofTheIntervention && !change.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE)) {
            Columns.of(change.getVariableName()).ifPresent(column -> set(column, change));
        }
    }

    private void set(Columns.Column column, HistoricVariableUpdateEventEntity change) {
        var row = row(change.getProcessInstanceId());
        var value = column.after(change);
        row.set(column.name(), value);
        var cleared = value == null && change.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE);
        if (cleared && column.name().equals(Columns.OUTAGE)) {
            row.set("available_since", now());
        }
    }

    private void take(HistoricProcessInstanceEventEntity instance) {
        var row = row(instance.getProcessInstanceId());
        if (instance.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
            row.starts();
            row.set("intervention_key", instance.getBusinessKey());
            row.set("phase", Phase.REQUEST.name());
            row.set("process_definition_id", instance.getProcessDefinitionId());
            row.set("requested_at", now());
        } else if (instance.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_UPDATE) && row.started()) {
            row.set("intervention_key", instance.getBusinessKey());
        } else if (instance.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_MIGRATE)) {
            row.set("process_definition_id", instance.getProcessDefinitionId());
        } else if (instance.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
            row.set("phase", Phase.ENDED.name());
            row.set("ended_at", now());
        }
    }

    private void take(HistoricTaskInstanceEventEntity task) {
        if (!task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)) {
            return;
        }
        // The same event tells of a task that was taken away with its scope.
        if (!TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason())) {
            Changes.ofThisTransaction(tables)
                    .add(new TaskLeft(
                            task.getProcessInstanceId(),
                            task.getTaskId(),
                            label(task.getName(), task.getTaskDefinitionKey())));
            return;
        }
        var person = acting();
        pass(
                task,
                Passage.Kind.TASK,
                task.getTaskDefinitionKey(),
                task.getName(),
                person == null ? task.getAssignee() : person,
                task.getTaskId());
    }

    private void take(HistoricActivityInstanceEventEntity activity) {
        if (activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END) && leadsAway(activity.getActivityType())) {
            pass(activity, Passage.Kind.EVENT, activity.getActivityId(), activity.getActivityName(), acting(), null);
        }
    }

    /**
     * Boundary events, and messages that open a path of their own; a timer that is waited for on the expected path says
     * no more than what follows it.
     */
    private static boolean leadsAway(String activityType) {
        return activityType.startsWith("boundary") || activityType.equals(ActivityTypes.START_EVENT_MESSAGE);
    }

    private void pass(HistoryEvent event, Passage.Kind kind, String element, String label, String person, String task) {
        Changes.ofThisTransaction(tables)
                .add(new Passage(
                        event.getProcessInstanceId(), now(), kind, element, label(label, element), person, task));
    }

    private RowChange row(String processInstanceId) {
        return Changes.ofThisTransaction(tables).row(processInstanceId);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static String acting() {
        return Context.getCommandContext().getAuthenticatedUserId();
    }

    private static String label(String name, String element) {
        return (name == null ? element : name).replaceAll("\\s+", " ").strip();
    }
}
