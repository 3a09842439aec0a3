package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.ServiceState;
import com.athento.deployment.record.InterventionRow;
import com.athento.deployment.schedule.ClientTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * An intervention in a list of the API.
 *
 * @param windowStart null where the request ended at once and named no window
 * @param windowStartLocal the same on the client's clock, such as 2027-01-15T22:00
 * @param downtimeMinutes null likewise
 * @param stateSince null where the intervention never made a difference
 */
record Item(
        String key,
        String processInstanceId,
        String instance,
        String client,
        String phase,
        String outcome,
        String requester,
        OffsetDateTime windowStart,
        String windowStartLocal,
        String zone,
        Integer downtimeMinutes,
        int revision,
        ServiceState state,
        OffsetDateTime stateSince) {

    static Item of(InterventionRow row) {
        return new Item(
                row.key(),
                row.processInstanceId(),
                row.instance(),
                row.client(),
                row.phase(),
                row.outcome(),
                row.requester(),
                row.windowStart(),
                Optional.ofNullable(row.windowStartLocal())
                        .map(ClientTime::text)
                        .orElse(null),
                row.zone(),
                row.downtimeMinutes(),
                row.revision(),
                row.state(),
                row.stateSince());
    }
}
