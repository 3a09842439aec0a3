package com.athento.deployment.process.models;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.DeploymentType;
import com.athento.deployment.intervention.Frequency;
import com.athento.deployment.intervention.Impact;
import com.athento.deployment.process.AsTheApplication;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Variables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The table {@code deployment-type.dmn}: each kind of change is of one of the four types. An intervention reads the
 * table that was deployed with its model, whatever designers have changed since.
 */
@Component
public class DeploymentTypes implements ReadsTable {

    /** As the process engine's own, which only works inside of it. */
    private static final DmnEngine TABLES =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final ProcessEngine engine;
    private final AsTheApplication asTheApplication;

    /** What is deployed never changes, and there are few versions. */
    private final Map<String, Map<ChangeKind, DeploymentType>> byModel = new ConcurrentHashMap<>();

    DeploymentTypes(@Lazy ProcessEngine engine, AsTheApplication asTheApplication) {
        this.engine = engine;
        this.asTheApplication = asTheApplication;
    }

    @Override
    public String table() {
        return Elements.DEPLOYMENT_TYPE;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("deploymentType", "impact", "frequency", "maximumDowntime");
    }

    @Override
    public void check(TableAnswer answer) {
        read(answer);
    }

    /**
     * The type of a kind of change.
     *
     * @param processDefinitionId of the model that the intervention follows
     */
    public DeploymentType of(String processDefinitionId, ChangeKind kind) {
        return all(processDefinitionId)
                .map(types -> types.get(kind))
                .orElseThrow(() -> new IllegalStateException("no model has the id " + processDefinitionId));
    }

    /** All of them, as they stand beside a version of the model; empty if there is no such one. */
    public Optional<Map<ChangeKind, DeploymentType>> all(String processDefinitionId) {
        return Optional.ofNullable(byModel.computeIfAbsent(
                processDefinitionId,
                id -> asTheApplication.ask(() -> table(models().createProcessDefinitionQuery()
                        .processDefinitionKey(Elements.LIFECYCLE)
                        .processDefinitionId(id)
                        .singleResult()))));
    }

    /** All of them, as new interventions take them. */
    public Map<ChangeKind, DeploymentType> newest() {
        var newest = asTheApplication.ask(() -> models().createProcessDefinitionQuery()
                .processDefinitionKey(Elements.LIFECYCLE)
                .latestVersion()
                .singleResult());
        return all(newest.getId()).orElseThrow();
    }

    /** What a table says, asked about every kind of change. */
    public static Map<ChangeKind, DeploymentType> read(InputStream table) {
        var decision = TABLES.parseDecision(Elements.DEPLOYMENT_TYPE, table);
        var types = new EnumMap<ChangeKind, DeploymentType>(ChangeKind.class);
        for (var kind : ChangeKind.values()) {
            var answer = TABLES.evaluateDecision(decision, Map.of(Variables.CHANGE_KIND.name(), kind.name()))
                    .getSingleResult();
            types.put(kind, read(new TableAnswer(answer.getEntryMap())));
        }
        return Collections.unmodifiableMap(types);
    }

    private Map<ChangeKind, DeploymentType> table(ProcessDefinition model) {
        if (model == null) {
            return null;
        }
        var decision = models().createDecisionDefinitionQuery()
                .decisionDefinitionKey(Elements.DEPLOYMENT_TYPE)
                .deploymentId(model.getDeploymentId())
                .singleResult();
        if (decision == null) {
            throw new IllegalStateException(
                    "%s was deployed without its table %s; start the application again, which deploys both"
                            .formatted(model.getId(), Elements.DEPLOYMENT_TYPE));
        }
        try (var table = models().getDecisionModel(decision.getId())) {
            return read(table);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DeploymentType read(TableAnswer answer) {
        return new DeploymentType(
                answer.whole("deploymentType"),
                answer.word("impact", Impact.class),
                answer.word("frequency", Frequency.class),
                answer.whole("maximumDowntime"));
    }

    private RepositoryService models() {
        return engine.getRepositoryService();
    }
}
