package com.athento.deployment.readiness;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.UpdateAge;
import com.athento.deployment.intervention.VersionAge;
import com.athento.deployment.process.AsTheApplication;
import com.athento.deployment.process.models.UpdatePolicy;
import com.athento.deployment.record.NextIntervention;
import com.athento.deployment.record.NextInterventions;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Patch;
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
        var names = register.clientNames();
        var zones = register.clientZones();
        var lines = Stream.of(Instance.Line.values())
                .collect(Collectors.toMap(Function.identity(), line -> new Releases(versions.of(line))));
        var patches = register.patches();
        var next = interventions.byInstance();
        var table = new Table();
        return Readiness.mostUrgentFirst(register.instances().stream()
                .map(instance -> of(
                        instance,
                        names.get(instance.clientCode()),
                        LocalDate.ofInstant(clock.instant(), zones.get(instance.clientCode())),
                        lines.get(instance.line()),
                        patches.getOrDefault(instance.code(), List.of()),
                        Optional.ofNullable(next.get(instance.code())),
                        table)));
    }

    private static Readiness of(
            Instance instance,
            String clientName,
            LocalDate today,
            Releases line,
            Collection<Patch> applied,
            Optional<NextIntervention> next,
            Table table) {
        var age = new VersionAge(instance.lastUpdate(), today);
        var newer = line.than(instance.version());
        return new Readiness(
                instance,
                clientName,
                line.newest(),
                newer.count(),
                instance.lastUpdate().map(age::days).map(Math::toIntExact),
                applied.stream()
                        .filter(patch -> !line.have(patch))
                        .map(Patch::reference)
                        .distinct()
                        .toList(),
                next,
                PolicyAnswer.of((severity, old) -> table.route(severity, old, newer.bigChanges()), age));
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
