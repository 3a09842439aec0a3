package com.athento.deployment.schedule.freezes;

import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.calendars.Recurrence;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** A freeze as {@code /api/freezes} takes it. */
public final class WrittenFreeze {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WrittenFreeze() {}

    static ObjectNode of(Stated freeze) {
        var times = freeze.times();
        var written = JSON.objectNode()
                .put(FreezeFields.NAME, freeze.name())
                .put(FreezeFields.REASON, freeze.reason())
                .put(FreezeFields.CONTACT, freeze.contact())
                .put(FreezeFields.FROM, ClientTime.text(times.from()))
                .put(FreezeFields.UNTIL, until(times))
                .put(FreezeFields.RULE, times.rule().map(Recurrence::rule).orElse(null))
                .put(FreezeFields.DURATION, duration(times));
        written.set(FreezeFields.SCOPE, scope(freeze.scope()));
        return written;
    }

    static ObjectNode scope(Scope scope) {
        var written = JSON.objectNode().put(FreezeFields.EVERYTHING, scope.everything());
        written.set(
                FreezeFields.ENVIRONMENTS,
                codes(scope.environments().stream().map(Enum::name).toList()));
        written.set(FreezeFields.CLIENTS, codes(scope.clients()));
        written.set(FreezeFields.INSTANCES, codes(scope.instances()));
        return written;
    }

    private static ArrayNode codes(Collection<String> codes) {
        var written = JSON.arrayNode();
        codes.stream().sorted().forEach(written::add);
        return written;
    }

    /** When the only one ends; null with a rule. */
    public static String until(Times times) {
        return times.until().map(ClientTime::text).orElse(null);
    }

    /** How long it takes each time; null without a rule. */
    public static String duration(Times times) {
        return times.rule().isPresent() ? Length.text(times.length()) : null;
    }
}
