package com.athento.deployment.versions;

import com.athento.deployment.intervention.Choice;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Refused;
import com.athento.deployment.record.VersionRuns;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.ProductVersion;
import com.athento.deployment.register.ProductVersions;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.VendorProperties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The versions that somebody knows: product states them, or they ran somewhere. */
@Component
public class Passports {

    /** More runs than these nobody reads; figures and total count all of them. */
    public static final int RUNS = 100;

    private final ProductVersions products;
    private final VersionRuns runs;
    private final Register register;
    private final VendorProperties vendor;
    private final Clock clock;

    Passports(ProductVersions products, VersionRuns runs, Register register, VendorProperties vendor, Clock clock) {
        this.products = products;
        this.runs = runs;
        this.register = register;
        this.vendor = vendor;
        this.clock = clock;
    }

    /**
     * A version's passport.
     *
     * @throws Refused if nobody knows such a version
     */
    public Passport of(String lineName, String versionText) {
        return new Choice<>(Instance.Line.class)
                .find(lineName)
                .flatMap(line -> Version.parse(versionText).flatMap(version -> find(line, version)))
                .orElseThrow(() -> new Refused(
                        Refused.Reason.UNKNOWN,
                        "refused.version.none",
                        PlainText.quoted(lineName),
                        PlainText.quoted(versionText)));
    }

    private Optional<Passport> find(Instance.Line line, Version version) {
        var product = products.find(line, version);
        var total = runs.count(line, version);
        return product.isEmpty() && total == 0
                ? Optional.empty()
                : Optional.of(new Passport(
                        line,
                        product.map(ProductVersion::version).orElse(version),
                        product,
                        runs.record(line, version, ""),
                        runs.of(line, version, RUNS),
                        total));
    }

    /** All of both lines, the newest version of each line first. */
    public List<Known> all() {
        return Stream.of(Instance.Line.values()).flatMap(this::all).toList();
    }

    private Stream<Known> all(Instance.Line line) {
        var known = new TreeMap<Version, Known>(Comparator.reverseOrder());
        runs.versions(line)
                .forEach(ran ->
                        known.put(ran.version(), new Known(line, ran.version(), Optional.empty(), ran.runsOn())));
        products.of(line).forEach(product -> {
            var ran = Optional.ofNullable(known.remove(product.version()));
            known.put(
                    product.version(),
                    new Known(
                            line,
                            product.version(),
                            Optional.of(product),
                            ran.map(Known::runsOn).orElse(0)));
        });
        return known.values().stream();
    }

    /**
     * To which versions an instance can be upgraded: those of its line that product has released, higher than the one
     * that it runs, the newest first.
     *
     * @throws Refused if there is no such instance
     */
    public List<ProductVersion> targetsOf(String instanceCode) {
        var instance = register.instance(instanceCode)
                .orElseThrow(() ->
                        new Refused(Refused.Reason.UNKNOWN, "refused.instance.none", PlainText.quoted(instanceCode)));
        var today = LocalDate.ofInstant(clock.instant(), vendor.vendorZone());
        return products.of(instance.line()).stream()
                .filter(product -> product.version().compareTo(instance.version()) > 0)
                .filter(product -> !product.released().isAfter(today))
                .toList();
    }

    /**
     * A version in the list of all.
     *
     * @param runsOn on how many instances it runs now
     */
    public record Known(Instance.Line line, Version version, Optional<ProductVersion> product, int runsOn) {}
}
