package com.athento.deployment.process.models;

import com.athento.deployment.process.Jargon;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deploys {@code bpmn/} as one whole, before the job executor starts: a new version appears only when something
 * changed, and never on top of a newer one. Deploying only what changed would part a model from its forms. Nodes do
 * this one after the other.
 */
@Component
class DeployModels implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeployModels.class);

    private final RepositoryService repository;
    private final CheckModels check;
    private final OnlyOurModels onlyOurs;
    private final DeployedModels deployed;
    private final Build build;
    private final Optional<Long> replaces;
    private final TransactionOperations transaction;

    DeployModels(
            RepositoryService repository,
            CheckModels check,
            OnlyOurModels onlyOurs,
            DeployedModels deployed,
            Build build,
            ModelsProperties properties,
            TransactionOperations transaction) {
        this.repository = repository;
        this.check = check;
        this.onlyOurs = onlyOurs;
        this.deployed = deployed;
        this.build = build;
        this.replaces = Optional.ofNullable(properties.replace());
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        var models = Models.ofThisBuild();
        bring(models, build, replaces);
        // The build fails for it; here it only shows in English.
        CheckTexts.ofThisBuild().faults(models).forEach(LOG::warn);
    }

    /** @throws BrokenModels if anything in them cannot work */
    void bring(Models models, Build from, Optional<Long> replaced) {
        var faults = check.faults(models);
        if (!faults.isEmpty()) {
            throw new BrokenModels(faults);
        }
        transaction.executeWithoutResult(begun -> {
            var before = deployed.all();
            switch (Precedence.of(from, models.digest(), before, replaced)) {
                case DEPLOY -> deployed.add(models.digest(), from, deploy(models, before));
                case KEEP -> keep(models, from, before.get(before.size() - 1));
                case YIELD -> leave(before.get(before.size() - 1), from);
            }
        });
    }

    private void keep(Models models, Build from, Deployed newest) {
        var isOnTop = isOnTop(models, newest.deployment());
        if (!isOnTop) {
            LOG.warn(
                    "The models were covered by other ones or deleted, and are deployed anew; bpmn/README.md says how they are shipped");
        }
        var latest = newest.build().isOlderThan(from) ? from : newest.build();
        if (!isOnTop || !latest.equals(newest.build())) {
            deployed.change(newest.number(), latest, isOnTop ? newest.deployment() : deploy(models, false));
        }
    }

    private static void leave(Deployed newest, Build from) {
        LOG.warn(
                "The models of this build ({}) are older than number {} (build {}), which stay on top; to go back to these on purpose, start with deployment.models.replace={}",
                from,
                newest.number(),
                newest.build(),
                newest.number());
    }

    /** Where nothing is on record, the engine may have them already, from a build before. */
    private String deploy(Models models, List<Deployed> before) {
        var deployment = deploy(models, before.isEmpty());
        return isOnTop(models, deployment) ? deployment : deploy(models, false);
    }

    private String deploy(Models models, boolean unlessTheSame) {
        var deployment = repository.createDeployment().name("procedure").source("application");
        if (unlessTheSame) {
            deployment.enableDuplicateFiltering(false);
        }
        models.files().forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        try {
            return onlyOurs.letThrough(() -> deployment.deploy().getId());
        } catch (ParseException broken) {
            throw new BrokenModels(broken.getResorceReports().stream()
                    .flatMap(file -> file.getErrors().stream()
                            .map(error -> "%s, line %d: %s"
                                    .formatted(file.getResourceName(), error.getLine(), error.getMessage())))
                    .toList());
        } catch (ProcessEngineException refused) {
            // From a check that looks at the models while the engine reads them.
            var sentence = Jargon.without(refused.getMessage());
            throw sentence.isBlank() ? refused : new BrokenModels(List.of(sentence));
        }
    }

    /** Whether new interventions follow that deployment in everything; its forms come along. */
    private boolean isOnTop(Models models, String deployment) {
        var processes = models.ids("process").stream()
                .map(key -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .withoutTenantId()
                        .latestVersion()
                        .singleResult());
        var decisions = models.ids("decision").stream()
                .map(key -> repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .withoutTenantId()
                        .latestVersion()
                        .singleResult());
        return Stream.<ResourceDefinition>concat(processes, decisions)
                .allMatch(newest -> newest != null && newest.getDeploymentId().equals(deployment));
    }
}
