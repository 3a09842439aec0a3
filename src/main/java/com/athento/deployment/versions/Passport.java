package com.athento.deployment.versions;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.record.TrackRecord;
import com.athento.deployment.record.VersionRun;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.ProductVersion;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a version.
 *
 * @param product what product states of it; absent where it only ran somewhere
 * @param record how it has done
 * @param runs where it ran, the latest first; at most {@link Passports#RUNS} of them
 * @param total how often it came to an instance
 */
public record Passport(
        Instance.Line line,
        Version version,
        Optional<ProductVersion> product,
        TrackRecord record,
        List<VersionRun> runs,
        int total) {}
