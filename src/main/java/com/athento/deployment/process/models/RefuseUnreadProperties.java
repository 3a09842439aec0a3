package com.athento.deployment.process.models;

import com.athento.deployment.process.Refused;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.w3c.dom.Element;

/**
 * Before the engine reads a model from outside: a property that nothing reads would be passed over in silence, and a
 * word that nobody knows fail without a sentence. What was deployed once is not judged again: it keeps the words of its
 * time.
 */
class RefuseUnreadProperties implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().stream()
                    .filter(file ->
                            Stream.of(BpmnDeployer.BPMN_RESOURCE_SUFFIXES).anyMatch(file.getName()::endsWith))
                    .forEach(RefuseUnreadProperties::check);
        }
    }

    private static void check(ResourceEntity file) {
        parsed(file)
                .ifPresent(diagram -> CheckDiagram.each(
                        diagram,
                        element -> PropertiesRead.fault(element).ifPresent(fault -> {
                            throw Refused.because(
                                    "refused.model.fault", file.getName(), CheckDiagram.place(element), fault);
                        })));
    }

    /** What is no XML is the engine's to refuse. */
    private static Optional<Element> parsed(ResourceEntity file) {
        try {
            return Optional.of(Models.parse(file.getBytes()));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
