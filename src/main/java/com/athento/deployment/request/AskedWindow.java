package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.INSTANCE_CODE;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;

import com.athento.deployment.process.Refused;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.WindowStart;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What a window would be, before anybody requests it: the same rules, and the same sentences. */
@Component
public class AskedWindow {

    private final RegisteredInstances instances;
    private final Clock clock;

    AskedWindow(RegisteredInstances instances, Clock clock) {
        this.instances = instances;
        this.clock = clock;
    }

    /**
     * @param local the client's time, for instance {@code 2027-01-15T22:00}
     * @param offset which of two equal times is meant; may be blank
     * @throws Refused if a request would be refused for this instance, time or offset
     */
    public ClientTime of(String instance, String local, String offset) {
        var client = instances.client(instances.get(INSTANCE_CODE.parse(instance)));
        return WindowStart.of(
                WINDOW_START_LOCAL.required(name -> local, WindowStart.WHAT_IS_RIGHT),
                client.zone(),
                WINDOW_OFFSET.parse(offset),
                clock.instant());
    }
}
