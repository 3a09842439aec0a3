package com.athento.deployment.process.models;

import com.athento.deployment.process.EngineParts;
import com.athento.deployment.process.Refused;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/**
 * Models of our keys come from the application and from nowhere else: a diagram that Modeler deploys alone has no forms
 * and no tables, and every new request would fail with it. Nor can anybody take away what new requests follow.
 */
@Component
class OnlyOurModels extends CommandInterceptor implements Deployer {

    private static final ThreadLocal<Boolean> OURS = ThreadLocal.withInitial(() -> false);

    private final Set<String> keys = Models.ofThisBuild().keys();
    private final DeployedModels deployed;

    OnlyOurModels(DeployedModels deployed) {
        this.deployed = deployed;
    }

    /** What is deployed in there is the application's own. */
    <T> T letThrough(Supplier<T> deploying) {
        OURS.set(true);
        try {
            return deploying.get();
        } finally {
            OURS.remove();
        }
    }

    /** Behind the engine's own deployers, which have found what is in it. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew() || OURS.get() || deployment.getDeployedArtifacts() == null) {
            return;
        }
        deployment.getDeployedArtifacts().values().stream()
                .flatMap(found -> ((Collection<?>) found).stream())
                .filter(ResourceDefinition.class::isInstance)
                .map(definition -> ((ResourceDefinition) definition).getKey())
                .filter(keys::contains)
                .findFirst()
                .ifPresent(key -> {
                    throw Refused.because("refused.model.shipped", key);
                });
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeleteDeploymentCmd) {
            check(Optional.of(EngineParts.field(command, "deploymentId")));
        } else if (command instanceof DeleteProcessDefinitionsByIdsCmd) {
            ((Collection<?>) EngineParts.field(command, "processDefinitionIds"))
                    .forEach(definition -> check(deploymentOf((String) definition)));
        } else if (command instanceof DeleteProcessDefinitionsByKeyCmd
                && keys.contains(EngineParts.field(command, "processDefinitionKey"))) {
            throw stays();
        }
        return next.execute(command);
    }

    private static Optional<Object> deploymentOf(String definition) {
        return Optional.ofNullable(Context.getCommandContext()
                        .getProcessDefinitionManager()
                        .findLatestProcessDefinitionById(definition))
                .map(known -> known.getDeploymentId());
    }

    private void check(Optional<Object> deployment) {
        if (deployment
                .filter(id -> deployed.newest()
                        .map(Deployed::deployment)
                        .filter(newest -> Objects.equals(newest, id))
                        .isPresent())
                .isPresent()) {
            throw stays();
        }
    }

    private static Refused stays() {
        return Refused.because("refused.model.stays");
    }
}
