package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.PathsTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WithdrawTaskRightsTest extends PathsTest {

    @Autowired
    AuthorizationService authorizations;

    @Test
    void whatWasGrantedOnTasksEndsWithTheIntervention() {
        var before = granted();
        var intervention = lifecycle.supported();
        assertThat(granted()).isGreaterThan(before);

        intervention.closes();

        assertThat(granted()).isEqualTo(before);
    }

    private long granted() {
        return authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.HISTORIC_TASK)
                .count();
    }
}
