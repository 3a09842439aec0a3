package com.athento.deployment.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys {@code bpmn/} as one whole, before the job executor starts: resource names are paths
 * below it, from classes and from the jar alike, and a new version appears only when something
 * changed. Deploying only what changed would part a model from its forms.
 */
@Component
class DeployModels implements InitializingBean {

    private static final String ROOM = "/bpmn/";

    private final RepositoryService repository;

    DeployModels(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterPropertiesSet() {
        var deployment =
                repository
                        .createDeployment()
                        .name("procedure")
                        .source("application")
                        .enableDuplicateFiltering(false);
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:bpmn/**/*.*")) {
                var path = resource.getURL().getPath();
                try (var content = resource.getInputStream()) {
                    deployment.addInputStream(
                            path.substring(path.lastIndexOf(ROOM) + ROOM.length()), content);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        deployment.deploy();
    }
}
