package com.athento.deployment.record;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.RunningVersions;
import java.time.Instant;
import java.util.Optional;

/**
 * That a version ran on an instance.
 *
 * @param client code of the client
 * @param clientName what the register calls it
 * @param version as it was written there
 * @param origin how it came there
 * @param interventionKey of the intervention that brought it, or brought it back; absent where the register states it
 * @param ranUntil absent while it runs
 * @param ending why it runs there no longer; absent while it does
 * @param passed tests that passed in the last finished battery; absent where no intervention brought it, or none was
 *     finished
 * @param tests all tests of it
 * @param minutes without service during the intervention; absent where none brought it
 * @param incidents reported while support watched over its users
 * @param hotfixes applied on top of it during the intervention
 */
public record VersionRun(
        String instance,
        Environment environment,
        String client,
        String clientName,
        Instance.Line line,
        Version version,
        RunningVersions.Origin origin,
        Optional<String> interventionKey,
        Instant ranFrom,
        Optional<Instant> ranUntil,
        Optional<RunningVersions.Ending> ending,
        Optional<Long> passed,
        Optional<Long> tests,
        Optional<Integer> minutes,
        int incidents,
        int hotfixes) {

    public boolean runs() {
        return ranUntil.isEmpty();
    }
}
