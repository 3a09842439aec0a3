package com.athento.deployment.rollout.permits.web;

import com.athento.deployment.rollout.permits.TakePermit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/permits}. */
@RestController
class PermitDoor {

    private final TakePermit take;

    PermitDoor(TakePermit take) {
        this.take = take;
    }

    @PostMapping("/api/permits")
    Answer post(@RequestBody JsonNode json) {
        var permit = take.take(json);
        return new Answer(permit.key(), permit.until(), permit.token());
    }

    /** The permit for a pipeline. */
    record Answer(String key, Instant until, String token) {}
}
