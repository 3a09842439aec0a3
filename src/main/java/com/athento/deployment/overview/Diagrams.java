package com.athento.deployment.overview;

import com.athento.deployment.record.InterventionRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The diagram that an intervention follows, and where it stands on it. */
@Component
public class Diagrams {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final JdbcClient database;

    Diagrams(RepositoryService repository, RuntimeService runtime, HistoryService history, JdbcClient database) {
        this.repository = repository;
        this.runtime = runtime;
        this.history = history;
        this.database = database;
    }

    /** The BPMN file of the version that the intervention follows. */
    public String xml(InterventionRow intervention) {
        try (var model = repository.getProcessModel(intervention.processDefinitionId())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Progress progress(InterventionRow intervention, Waiting waiting) {
        var failed = new TreeSet<String>();
        waiting.failed().forEach(step -> failed.add(step.element()));
        return new Progress(active(intervention), passed(intervention), failed);
    }

    private Set<String> active(InterventionRow intervention) {
        var active = new TreeSet<String>();
        var root = intervention.ended() ? null : runtime.getActivityInstance(intervention.processInstanceId());
        if (root != null) {
            collect(root, active);
        }
        return active;
    }

    private static void collect(ActivityInstance scope, Set<String> active) {
        for (var child : scope.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length + child.getChildTransitionInstances().length == 0) {
                active.add(child.getActivityId());
            }
            collect(child, active);
        }
        for (var job : scope.getChildTransitionInstances()) {
            active.add(job.getActivityId());
        }
    }

    /** From the engine's history; when that is gone, from the timeline, which is kept for good. */
    private Set<String> passed(InterventionRow intervention) {
        var passed = new LinkedHashSet<String>();
        history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(intervention.processInstanceId())
                .finished()
                .list()
                .stream()
                .filter(activity -> !activity.isCanceled())
                .forEach(activity -> passed.add(activity.getActivityId()));
        if (passed.isEmpty()) {
            passed.addAll(database.sql("select element from timeline where intervention_key = :key")
                    .param("key", intervention.key())
                    .query(String.class)
                    .list());
        }
        return passed;
    }
}
