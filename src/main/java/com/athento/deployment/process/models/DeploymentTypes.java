package com.athento.deployment.process.models;

import com.athento.deployment.intervention.DeploymentType;
import com.athento.deployment.intervention.Frequency;
import com.athento.deployment.intervention.Impact;
import com.athento.deployment.process.Elements;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The table {@code deployment-type.dmn}: each kind of change is of one of the four types. */
@Component
class DeploymentTypes implements ReadsTable {

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

    private static DeploymentType read(TableAnswer answer) {
        return new DeploymentType(
                answer.whole("deploymentType"),
                answer.word("impact", Impact.class),
                answer.word("frequency", Frequency.class),
                answer.whole("maximumDowntime"));
    }
}
