package com.athento.deployment.schedule.freezes;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.record.PlanToCome;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An instance, as far as freezes ask.
 *
 * @param environment empty where the register does not know the instance any more
 * @param zone the client's
 */
record Place(String instance, String client, Optional<Environment> environment, ZoneId zone) {

    static Place of(Instance instance, Client client) {
        return new Place(instance.code(), instance.clientCode(), Optional.of(instance.environment()), client.zone());
    }

    static Place of(PlanToCome window) {
        return new Place(window.instanceCode(), window.clientCode(), window.environment(), window.zone());
    }
}
