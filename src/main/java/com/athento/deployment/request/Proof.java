package com.athento.deployment.request;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.register.Instance;
import java.util.List;

/**
 * Where the version to which an instance is to be upgraded has proven itself.
 *
 * @param environment of the instance; only in PRO a version must be proven
 * @param line of the instance
 * @param keptOn other instances on which the version was deployed with success, and kept; of many, the first ones
 * @param wanted how many of them the procedure asks for
 */
record Proof(Environment environment, Instance.Line line, List<String> keptOn, int wanted) {

    boolean isMissing() {
        return environment == Environment.PRO && keptOn.size() < wanted;
    }
}
