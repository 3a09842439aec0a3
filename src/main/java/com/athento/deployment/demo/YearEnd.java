package com.athento.deployment.demo;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.schedule.VendorProperties;
import com.athento.deployment.schedule.freezes.Freezes;
import com.athento.deployment.schedule.freezes.KeepFreeze;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** At the year's end nothing is deployed: one freeze, made at the first start, that a manager may change or end. */
@Component
@Profile("demo")
class YearEnd implements ApplicationRunner {

    private final Freezes freezes;
    private final KeepFreeze keep;
    private final IdentityService identity;
    private final VendorProperties vendor;
    private final Clock clock;

    YearEnd(Freezes freezes, KeepFreeze keep, IdentityService identity, VendorProperties vendor, Clock clock) {
        this.freezes = freezes;
        this.keep = keep;
        this.identity = identity;
        this.vendor = vendor;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments none) {
        if (freezes.all(0, 1).isEmpty()) {
            identity.setAuthentication("manager", List.of(Team.MANAGERS.id()));
            try {
                keep.make(freeze());
            } finally {
                identity.clearAuthentication();
            }
        }
    }

    private ObjectNode freeze() {
        var today = LocalDate.ofInstant(clock.instant(), vendor.vendorZone());
        var christmas = LocalDate.of(today.getYear(), 12, 24);
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("name", "Cierre de año")
                .put("reason", "Cierre contable y vacaciones: nadie puede probar ni atender")
                .put("contact", "Dirección, extensión 17")
                .put("from", christmas + "T00:00")
                .put("until", christmas.plusDays(14) + "T00:00");
        json.putObject("scope").put("everything", true);
        return json;
    }
}
