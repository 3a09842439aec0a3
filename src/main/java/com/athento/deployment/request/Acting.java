package com.athento.deployment.request;

import com.athento.deployment.process.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who acts right now, as the engine knows it; through REST as well as in Tasklist. */
@Component
class Acting {

    private final IdentityService identity;

    Acting(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** @throws Refused if nobody is logged in */
    Person person() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .filter(login -> login.getUserId() != null)
                .map(login -> new Person(
                        login.getUserId(),
                        Set.copyOf(Optional.ofNullable(login.getGroupIds()).orElse(List.of()))))
                .orElseThrow(() -> Person.forbidden("Nobody is logged in; log in first"));
    }
}
