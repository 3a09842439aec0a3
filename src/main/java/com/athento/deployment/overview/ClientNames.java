package com.athento.deployment.overview;

import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What clients are called. A name on a card may be some minutes old: asking anew would cost a statement for each task.
 */
@Component
class ClientNames {

    private static final long KEPT = Duration.ofMinutes(5).toNanos();

    private final Register register;
    private final Map<String, Known> names = new ConcurrentHashMap<>();

    ClientNames(Register register) {
        this.register = register;
    }

    /** The client's name, or its code if the register does not know it. */
    String name(String code) {
        return names.compute(code, (unused, known) -> fresh(known) ? known : ask(code))
                .name();
    }

    private static boolean fresh(Known known) {
        return known != null && System.nanoTime() - known.since() < KEPT;
    }

    private Known ask(String code) {
        return new Known(register.client(code).map(Client::name).orElse(code), System.nanoTime());
    }

    private record Known(String name, long since) {}
}
