package com.athento.deployment.request;

import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.slots.Agenda;
import com.athento.deployment.schedule.slots.Agendas;
import com.athento.deployment.schedule.slots.NextSlots;
import com.athento.deployment.schedule.slots.Slots;
import com.athento.deployment.schedule.slots.Wanted;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What stands in the way of a planned window, and which ones are free. */
@Component
class PlannedTimes {

    private final Register register;
    private final Agendas agendas;
    private final NextSlots slots;
    private final Clock clock;

    PlannedTimes(Register register, Agendas agendas, NextSlots slots, Clock clock) {
        this.register = register;
        this.agendas = agendas;
        this.slots = slots;
        this.clock = clock;
    }

    Agenda agenda(Plan plan, Instance instance, String key) {
        return agendas.of(instance, client(instance), plan.window(), key);
    }

    /** Of the same length and, where that is possible, at the same hour. */
    Supplier<Slots> next(Plan plan, Severity severity, Instance instance, String key) {
        var window = plan.window();
        return SingletonSupplier.of(() -> slots.of(
                instance,
                client(instance),
                new Wanted(
                        window.minutes(),
                        severity,
                        Optional.of(window.local().toLocalTime()),
                        clock.instant(),
                        Wanted.FEW),
                key));
    }

    private Client client(Instance instance) {
        return register.client(instance.clientCode()).orElseThrow();
    }
}
