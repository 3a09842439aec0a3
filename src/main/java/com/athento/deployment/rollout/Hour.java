package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.process.Variables;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The hour of an intervention, between its variables and the noun. */
final class Hour {

    private Hour() {}

    static Downtime of(VariableScope intervention) {
        return new Downtime(
                Variables.DOWNTIME_SPENT.find(intervention).orElse(0), Variables.UNAVAILABLE_SINCE.find(intervention));
    }

    static void put(VariableScope intervention, Downtime hour) {
        Variables.DOWNTIME_SPENT.put(intervention, hour.spent());
        // Written only when it changes: whoever listens takes the moment for the one of the change.
        if (!hour.since().equals(Variables.UNAVAILABLE_SINCE.find(intervention))) {
            Variables.UNAVAILABLE_SINCE.put(intervention, hour.since().orElse(null));
        }
    }
}
