package com.athento.deployment.versions.web;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.record.TrackRecord;
import com.athento.deployment.record.VersionRun;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.ProductVersion;
import com.athento.deployment.register.RunningVersions;
import com.athento.deployment.schedule.VendorProperties;
import com.athento.deployment.versions.Passport;
import com.athento.deployment.versions.Passports;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The passports for machines, and for the forms that offer versions. */
@RestController
@RequestMapping("/api/versions")
class VersionsApi {

    private final Passports passports;
    private final ZoneId home;

    VersionsApi(Passports passports, VendorProperties vendor) {
        this.passports = passports;
        this.home = vendor.vendorZone();
    }

    /** All versions that somebody knows. */
    @GetMapping
    List<Known> all() {
        return passports.all().stream()
                .map(known -> new Known(
                        known.line(),
                        known.version().text(),
                        known.product().map(Product::of).orElse(null),
                        known.runsOn()))
                .toList();
    }

    /** To which versions the instance can be upgraded. */
    @GetMapping(params = "instance")
    List<Target> targets(@RequestParam String instance) {
        return passports.targetsOf(instance).stream()
                .map(product -> new Target(product.line(), product.version().text(), Product.of(product)))
                .toList();
    }

    @GetMapping("/{line}/{version}")
    Whole one(@PathVariable String line, @PathVariable String version) {
        return Whole.of(passports.of(line, version), home);
    }

    /** @param product null where product says nothing of it */
    record Known(Instance.Line line, String version, Product product, int runsOn) {}

    record Target(Instance.Line line, String version, Product product) {}

    /** What product states. */
    record Product(LocalDate released, String notes, boolean bigChanges, List<String> fixes) {

        static Product of(ProductVersion version) {
            return new Product(version.released(), version.notes().orElse(null), version.bigChanges(), version.fixes());
        }
    }

    /**
     * A passport.
     *
     * @param product null where product says nothing of it
     * @param says the figures in words, by language
     * @param total how often it came to an instance, beyond the runs that are listed
     */
    record Whole(
            Instance.Line line,
            String version,
            Product product,
            Figures record,
            Map<String, String> says,
            List<Run> runs,
            int total) {

        static Whole of(Passport passport, ZoneId home) {
            var sentence = passport.record().says(home);
            return new Whole(
                    passport.line(),
                    passport.version().text(),
                    passport.product().map(Product::of).orElse(null),
                    Figures.of(passport.record()),
                    Arrays.stream(Language.values()).collect(Collectors.toMap(Language::code, sentence::in)),
                    passport.runs().stream().map(Run::of).toList(),
                    passport.total());
        }
    }

    /** @param share whole percent of the tests that passed; null where none was run */
    record Figures(
            int instances,
            OffsetDateTime since,
            int rolledBack,
            int deployments,
            long passed,
            long tests,
            Integer share,
            long minutes,
            int incidents,
            int hotfixes) {

        static Figures of(TrackRecord record) {
            return new Figures(
                    record.instances(),
                    moment(record.since()),
                    record.rolledBack(),
                    record.deployments(),
                    record.passed(),
                    record.tests(),
                    record.share().orElse(null),
                    record.minutes(),
                    record.incidents(),
                    record.hotfixes());
        }
    }

    /** That it ran on an instance; of what no intervention brought nobody knows the figures. */
    record Run(
            String instance,
            Environment environment,
            String client,
            RunningVersions.Origin origin,
            String intervention,
            OffsetDateTime from,
            OffsetDateTime until,
            RunningVersions.Ending ending,
            Long passed,
            Long tests,
            Integer minutes,
            int incidents,
            int hotfixes) {

        static Run of(VersionRun run) {
            return new Run(
                    run.instance(),
                    run.environment(),
                    run.client(),
                    run.origin(),
                    run.interventionKey().orElse(null),
                    moment(Optional.of(run.ranFrom())),
                    moment(run.ranUntil()),
                    run.ending().orElse(null),
                    run.passed().orElse(null),
                    run.tests().orElse(null),
                    run.minutes().orElse(null),
                    run.incidents(),
                    run.hotfixes());
        }
    }

    private static OffsetDateTime moment(Optional<Instant> instant) {
        return instant.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
