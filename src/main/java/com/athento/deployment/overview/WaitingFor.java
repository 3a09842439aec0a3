package com.athento.deployment.overview;

import com.athento.deployment.overview.Waiting.FailedStep;
import com.athento.deployment.overview.Waiting.WaitingTask;
import com.athento.deployment.record.InterventionRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the engine whom interventions wait for: two statements for a whole page. Its API would ask once per task for the
 * candidates, and answer only for tasks that the reader may work on.
 */
@Component
public class WaitingFor {

    private static final String TASKS = """
            select t.proc_inst_id_, t.id_, t.task_def_key_, t.name_, t.assignee_, t.create_time_, t.due_date_,
                   l.group_id_, l.user_id_
            from ACT_RU_TASK t
            left join ACT_RU_IDENTITYLINK l on l.task_id_ = t.id_ and l.type_ = 'candidate'
            where t.proc_inst_id_ in (:instances)
            order by t.create_time_, t.id_, l.group_id_, l.user_id_
            """;

    private static final String FAILED = """
            select proc_inst_id_, proc_def_id_, activity_id_, incident_msg_, incident_timestamp_
            from ACT_RU_INCIDENT
            where proc_inst_id_ in (:instances) and id_ = root_cause_incident_id_
            order by incident_timestamp_, id_
            """;

    private final JdbcClient database;
    private final RepositoryService repository;

    WaitingFor(JdbcClient database, RepositoryService repository) {
        this.database = database;
        this.repository = repository;
    }

    public Waiting of(InterventionRow intervention) {
        return of(List.of(intervention)).getOrDefault(intervention.processInstanceId(), Waiting.FOR_NOTHING);
    }

    /** By process instance; who waits for nothing is absent. */
    public Map<String, Waiting> of(Collection<InterventionRow> interventions) {
        var running = interventions.stream()
                .filter(row -> !row.ended())
                .map(InterventionRow::processInstanceId)
                .toList();
        var waiting = new LinkedHashMap<String, Waiting>();
        if (!running.isEmpty()) {
            each(TASKS, running, row -> addTask(row, waiting));
            each(FAILED, running, row -> addFailed(row, waiting));
        }
        return waiting;
    }

    private void each(String sql, List<String> instances, RowCallbackHandler row) {
        database.sql(sql).param("instances", instances).query(row);
    }

    private static void addTask(ResultSet row, Map<String, Waiting> waiting) throws SQLException {
        var tasks = in(row, waiting).tasks();
        var id = row.getString("id_");
        if (tasks.isEmpty() || !tasks.get(tasks.size() - 1).taskId().equals(id)) {
            tasks.add(new WaitingTask(
                    id,
                    row.getString("task_def_key_"),
                    row.getString("name_").replaceAll("\\s+", " "),
                    row.getString("assignee_"),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    Waiting.utc(row.getTimestamp("create_time_")),
                    Waiting.utc(row.getTimestamp("due_date_"))));
        }
        var task = tasks.get(tasks.size() - 1);
        if (row.getString("group_id_") != null) {
            task.candidateGroups().add(row.getString("group_id_"));
        } else if (row.getString("user_id_") != null) {
            task.candidateUsers().add(row.getString("user_id_"));
        }
    }

    private void addFailed(ResultSet row, Map<String, Waiting> waiting) throws SQLException {
        in(row, waiting)
                .failed()
                .add(new FailedStep(
                        row.getString("activity_id_"),
                        label(row.getString("proc_def_id_"), row.getString("activity_id_")),
                        row.getString("incident_msg_"),
                        Waiting.utc(row.getTimestamp("incident_timestamp_"))));
    }

    private String label(String definition, String element) {
        return repository.getBpmnModelInstance(definition).getModelElementById(element) instanceof FlowElement named
                        && named.getName() != null
                ? named.getName().replaceAll("\\s+", " ")
                : element;
    }

    private static Waiting in(ResultSet row, Map<String, Waiting> waiting) throws SQLException {
        return waiting.computeIfAbsent(
                row.getString("proc_inst_id_"), instance -> new Waiting(new ArrayList<>(), new ArrayList<>()));
    }
}
