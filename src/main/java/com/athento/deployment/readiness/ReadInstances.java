package com.athento.deployment.readiness;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.UpdateAge;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.VersionAge;
import com.athento.deployment.process.AsTheApplication;
import com.athento.deployment.process.models.UpdatePolicy;
import com.athento.deployment.record.NextIntervention;
import com.athento.deployment.record.NextInterventions;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Patch;
import com.athento.deployment.register.ProductVersion;
import com.athento.deployment.register.ProductVersions;
import com.athento.deployment.register.Register;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How every instance stands; a few statements, however many there are. */
@Component
public class ReadInstances {

    private final Register register;
    private final ProductVersions versions;
    private final NextInterventions interventions;
    private final UpdatePolicy policy;
    private final AsTheApplication asTheApplication;
    private final Clock clock;

    ReadInstances(
            Register register,
            ProductVersions versions,
            NextInterventions interventions,
            UpdatePolicy policy,
            AsTheApplication asTheApplication,
            Clock clock) {
        this.register = register;
        this.versions = versions;
        this.interventions = interventions;
        this.policy = policy;
        this.asTheApplication = asTheApplication;
        this.clock = clock;
    }

    /** What is most urgent to bring up to date comes first. */
    public List<Readiness> all() {
        return asTheApplication.askInPassing(this::read);
    }

    private List<Readiness> read() {
        var clients = register.clients().stream().collect(Collectors.toMap(Client::code, Function.identity()));
        var lines = Stream.of(Instance.Line.values()).collect(Collectors.toMap(Function.identity(), versions::of));
        var patches = register.patches();
        var next = interventions.byInstance();
        var table = new Table();
        return register.instances().stream()
                .map(instance -> of(
                        instance,
                        clients.get(instance.clientCode()),
                        lines.get(instance.line()),
                        patches.getOrDefault(instance.code(), List.of()),
                        Optional.ofNullable(next.get(instance.code())),
                        table))
                .sorted(Readiness.MOST_URGENT)
                .toList();
    }

    private Readiness of(
            Instance instance,
            Client client,
            List<ProductVersion> line,
            Collection<Patch> applied,
            Optional<NextIntervention> next,
            Table table) {
        var today = LocalDate.ofInstant(clock.instant(), client.zone());
        var age = new VersionAge(instance.lastUpdate(), today);
        var newer = line.stream()
                .filter(version -> version.version().compareTo(instance.version()) > 0)
                .toList();
        var bigChanges = newer.stream().anyMatch(ProductVersion::bigChanges);
        return new Readiness(
                instance,
                client.name(),
                line.stream().map(ProductVersion::version).findFirst(),
                newer.size(),
                instance.lastUpdate().map(age::days).map(Math::toIntExact),
                inNoVersion(applied, line),
                next,
                PolicyAnswer.of((severity, old) -> table.route(severity, old, bigChanges), age));
    }

    private static List<String> inNoVersion(Collection<Patch> applied, List<ProductVersion> line) {
        var released =
                line.stream().flatMap(version -> version.fixes().stream()).collect(Collectors.toSet());
        var newest = line.stream().map(ProductVersion::version).findFirst();
        return applied.stream()
                .filter(patch -> !released.contains(patch.reference()))
                .filter(patch -> patch.containedIn()
                        .filter(first -> isOut(first, newest))
                        .isEmpty())
                .map(Patch::reference)
                .distinct()
                .toList();
    }

    private static boolean isOut(Version version, Optional<Version> newest) {
        return newest.filter(last -> last.compareTo(version) >= 0).isPresent();
    }

    /** What the table answers; the same question, of another instance, is not put to it again. */
    private final class Table {

        private final Map<List<Object>, Route> known = new HashMap<>();

        Route route(Severity severity, UpdateAge age, boolean bigChanges) {
            return known.computeIfAbsent(
                    List.of(severity, age, bigChanges),
                    question -> policy.route(ChangeKind.VERSION_UPGRADE, severity, age, bigChanges));
        }
    }
}
