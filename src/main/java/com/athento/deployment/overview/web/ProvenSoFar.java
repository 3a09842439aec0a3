package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.record.Revision;
import com.athento.deployment.record.VersionRuns;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.VendorProperties;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the version to which an instance is to be upgraded has done so far. */
@Component
class ProvenSoFar {

    private final Register register;
    private final VersionRuns runs;
    private final VendorProperties vendor;

    ProvenSoFar(Register register, VersionRuns runs, VendorProperties vendor) {
        this.register = register;
        this.runs = runs;
        this.vendor = vendor;
    }

    /** Null where no version moves. */
    Line of(String instanceCode, Optional<Revision> plan) {
        return plan.map(Revision::targetVersion)
                .flatMap(Version::parse)
                .flatMap(version -> register.instance(instanceCode).map(instance -> of(instance.line(), version)))
                .orElse(null);
    }

    private Line of(Instance.Line line, Version version) {
        return new Line(
                line,
                version,
                runs.record(line, version, "")
                        .says(vendor.vendorZone())
                        .in(PageWords.readers().language()));
    }

    /** One line of a version's passport, in the reader's language. */
    record Line(Instance.Line line, Version version, String says) {}
}
