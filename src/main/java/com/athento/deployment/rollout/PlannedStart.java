package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Upgrade;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Variables;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was agreed of an intervention that is to be started.
 *
 * @param upgrade empty where the change leaves the version as it is
 * @param lost what came onto the instance after the approvals and would be lost; empty if nothing
 */
public record PlannedStart(
        String key,
        String instance,
        String client,
        Instant windowStart,
        ZoneId zone,
        int downtimeMinutes,
        Optional<Upgrade> upgrade,
        Optional<Sentence> lost) {

    /** @param variables of the intervention, by their names */
    public static PlannedStart of(String key, Function<String, ?> variables) {
        var instance = Variables.INSTANCE_CODE.find(variables).orElseThrow();
        return new PlannedStart(
                key,
                instance,
                Variables.CLIENT_CODE.find(variables).orElseThrow(),
                Variables.WINDOW_START.find(variables).orElseThrow(),
                ZoneId.of(Variables.ZONE.find(variables).orElseThrow()),
                Variables.DOWNTIME_MINUTES.find(variables).orElseThrow(),
                Variables.TARGET_VERSION
                        .find(variables)
                        .map(target -> new Upgrade(
                                instance,
                                new Version(
                                        Variables.FROM_VERSION.find(variables).orElseThrow()),
                                new Version(target))),
                Variables.FINDINGS.find(variables).orElse(List.of()).stream()
                        .filter(finding -> finding.code() == Finding.Code.FIX_LOST && !finding.exceptionPossible())
                        .map(Finding::sentence)
                        .findFirst());
    }
}
