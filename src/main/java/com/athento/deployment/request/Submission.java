package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.BIG_CHANGES;
import static com.athento.deployment.process.Variables.CLIENT_CODE;
import static com.athento.deployment.process.Variables.FIXES;
import static com.athento.deployment.process.Variables.FLAGS;
import static com.athento.deployment.process.Variables.FROM_LAST_UPDATE;
import static com.athento.deployment.process.Variables.FROM_VERSION;
import static com.athento.deployment.process.Variables.NOTICE_CHANNELS;
import static com.athento.deployment.process.Variables.NO_NOTICE_REASON;
import static com.athento.deployment.process.Variables.REPORTED_AT;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.UPDATE_AGE;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;
import static com.athento.deployment.process.Variables.WINDOW_START;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;
import static com.athento.deployment.process.Variables.ZONE;

import com.athento.deployment.intervention.VersionAge;
import com.athento.deployment.process.Variable;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import com.athento.deployment.schedule.ClientTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was submitted, with what the register says about it.
 *
 * @param fixes what it says about those on the instance
 * @param at when it was submitted, to the second
 */
record Submission(Request request, Instance instance, Client client, Fixes fixes, Instant at) {

    /** What follows from it for the process, by name; fields that do not apply are null. */
    Map<String, Object> values(int revision) {
        var values = new HashMap<String, Object>();
        put(values, REVISION, revision);
        put(values, CLIENT_CODE, client.code());
        put(values, ZONE, client.zone().getId());
        put(values, FROM_VERSION, instance.version().text());
        put(values, FROM_LAST_UPDATE, instance.lastUpdateIn(client.zone()).orElse(null));
        put(
                values,
                UPDATE_AGE,
                new VersionAge(instance.lastUpdate(), at.atZone(client.zone()).toLocalDate()).age());
        put(values, WINDOW_START, request.start().map(ClientTime::instant).orElse(null));
        put(values, WINDOW_START_LOCAL, request.start().map(ClientTime::text).orElse(null));
        put(
                values,
                WINDOW_OFFSET,
                request.start()
                        .filter(ClientTime::existsTwice)
                        .map(ClientTime::offsetText)
                        .orElse(null));
        put(values, FIXES, fixes.orNull());
        put(values, REPORTED_AT, request.reportedAt().orElse(null));
        // The table of the update policy asks even where the request may leave it out.
        put(values, BIG_CHANGES, request.bigChanges().orElse(false));
        put(values, FLAGS, request.flags().isEmpty() ? null : request.flags());
        put(values, NOTICE_CHANNELS, request.channels().map(NoticeChoice::text).orElse(null));
        put(
                values,
                NO_NOTICE_REASON,
                request.channels().flatMap(NoticeChoice::whyNone).orElse(null));
        return values;
    }

    /** A list as our tables keep it; an empty one is none. */
    static <T> Optional<String> kept(Variable<List<T>> variable, List<T> list) {
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(variable.raw(list).toString());
    }

    static <T> void put(Map<String, Object> values, Variable<T> variable, T value) {
        values.put(variable.name(), variable.raw(value));
    }
}
