package com.athento.deployment.security;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.springframework.stereotype.Component;

/** Which lists Tasklist offers, and what is in each. */
@Component
class TaskLists {

    /** What cards show of the window, the day first. */
    static final String WINDOW = "cardWindow";

    private final TaskService tasks;

    TaskLists(TaskService tasks) {
        this.tasks = tasks;
    }

    /** The first one is what Tasklist opens with: it is empty only when nothing waits. */
    List<TaskList> all() {
        return List.of(toDo(), myTasks(), myTeamsTasks(), overdue(), byWindow());
    }

    private TaskList toDo() {
        var query = mine().orderByTaskPriority().desc().orderByDueDate().asc();
        return new TaskList("to-do", "#0f4c5c", -10, query);
    }

    private TaskList myTasks() {
        var query = tasks.createTaskQuery()
                .taskAssignee(BindFilters.WHOEVER_ASKS)
                .orderByDueDate()
                .asc();
        return new TaskList("my-tasks", "#0f4c5c", 0, query);
    }

    private TaskList myTeamsTasks() {
        var query = tasks.createTaskQuery()
                .taskCandidateUser(BindFilters.WHOEVER_ASKS)
                .taskUnassigned()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc();
        return new TaskList("my-team", "#0b6e83", 10, query);
    }

    private TaskList overdue() {
        var query =
                mine().dueBefore(Date.from(BindFilters.NOW)).orderByDueDate().asc();
        return new TaskList("overdue", "#b3261e", 20, query);
    }

    private TaskList byWindow() {
        var query = mine().orderByTaskVariable(WINDOW, ValueType.STRING).asc();
        return new TaskList("by-window", "#9a5b00", 30, query);
    }

    /** What somebody may work on: unclaimed ones, and what they claimed. */
    private TaskQuery mine() {
        return tasks.createTaskQuery()
                .or()
                .taskCandidateUser(BindFilters.WHOEVER_ASKS)
                .taskAssignee(BindFilters.WHOEVER_ASKS)
                .endOr();
    }
}
