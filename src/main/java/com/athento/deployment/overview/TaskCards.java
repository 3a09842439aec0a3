package com.athento.deployment.overview;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Variables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What a task shows in the task list before it is opened. The variables are the task's own: whoever may read the task
 * reads them, without a right to the intervention.
 */
@Component
class TaskCards {

    static final String KEY = "cardKey";
    static final String CLIENT = "cardClient";
    static final String WINDOW = "cardWindow";
    static final Set<String> VARIABLES = Set.of(KEY, CLIENT, WINDOW);

    private static final Duration A_DAY = Duration.ofDays(1);

    private final ClientNames clients;
    private final Clock clock;

    TaskCards(ClientNames clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    void fillIn(TaskDefinition task) {
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, this::fillIn);
    }

    private void fillIn(DelegateTask task) {
        task.setVariableLocal(KEY, task.getExecution().getProcessBusinessKey());
        task.setVariableLocal(
                CLIENT, Variables.CLIENT_CODE.find(task).map(clients::name).orElse(null));
        task.setVariableLocal(
                WINDOW,
                Variables.WINDOW_START.find(task).map(w -> window(task, w)).orElse(null));
        if (task.getPriority() == Task.PRIORITY_NORMAL) {
            task.setPriority(
                    Variables.SEVERITY.find(task).map(Severity::priority).orElse(Task.PRIORITY_NORMAL));
        }
        if (task.getFollowUpDate() == null && task.getDueDate() != null) {
            task.setFollowUpDate(halfway(clock.instant(), task.getDueDate().toInstant()));
        }
    }

    private static String window(DelegateTask task, Instant start) {
        return new Words(Language.EN).in(ZoneId.of(Variables.ZONE.in(task))).sortable(start);
    }

    /** A task that has more than a day is looked at again when half of its time is over. */
    private static Date halfway(Instant now, Instant due) {
        var time = Duration.between(now, due);
        return time.compareTo(A_DAY) > 0 ? Date.from(now.plus(time.dividedBy(2))) : null;
    }
}
