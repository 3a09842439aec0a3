package com.athento.deployment.rollout.permits;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Refused;
import com.athento.deployment.record.InterventionRow;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.Records;
import com.athento.deployment.record.Revision;
import com.athento.deployment.record.Selection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds which intervention it is that a pipeline deploys for. */
@Component
class PlannedDeployment {

    /** More than anybody plans for one instance. */
    private static final int MOST = 100;

    /** Of those that are over, the last ones say why there is nothing to deploy. */
    private static final int LAST = 10;

    /** What is being deployed comes before what will be, and that before what is done. */
    private static final List<Phase> ORDER = List.of(
            Phase.ROLLOUT, Phase.WAITING, Phase.CONSENT, Phase.APPROVAL, Phase.REQUEST, Phase.SUPPORT, Phase.CLOSURE);

    private final Interventions interventions;
    private final Records records;

    PlannedDeployment(Interventions interventions, Records records) {
        this.interventions = interventions;
        this.records = records;
    }

    /**
     * Its key.
     *
     * @throws Refused if there is none, or only for another version
     */
    String of(AskedPermit asked) {
        var running =
                interventions
                        .find(new Selection(Selection.RUNNING, asked.instance(), null, null, null), false, 0, MOST)
                        .stream()
                        // Those of the same phase stay in the order of their windows.
                        .sorted(Comparator.comparingInt(row -> ORDER.indexOf(Phase.valueOf(row.phase()))))
                        .toList();
        return running.stream()
                .filter(moves(asked.version()))
                .findFirst()
                .orElseThrow(() -> none(asked, running))
                .key();
    }

    private Refused none(AskedPermit asked, List<InterventionRow> running) {
        var over = ended(asked);
        return over.filter(row -> Outcome.ROLLED_BACK.name().equals(row.outcome()) || running.isEmpty())
                .map(row -> Refused.late("refused.permit.over." + row.outcome(), row.key()))
                .orElseGet(() -> running.stream()
                        .findFirst()
                        .map(row -> another(asked, row))
                        .orElseGet(() -> Refused.late("refused.permit.none", asked.instance())));
    }

    private Optional<InterventionRow> ended(AskedPermit asked) {
        return interventions
                .find(
                        new Selection(EnumSet.of(Phase.ENDED), asked.instance(), null, null, null),
                        true,
                        0,
                        asked.version().isPresent() ? LAST : 0)
                .stream()
                .filter(row -> row.outcome() != null)
                .filter(moves(asked.version()))
                .findFirst();
    }

    private Refused another(AskedPermit asked, InterventionRow row) {
        return target(row)
                .map(planned -> Refused.late("refused.permit.other-version", row.key(), row.instance(), planned))
                .orElseGet(() -> Refused.late(
                        "refused.permit.no-version", row.key(), asked.version().orElseThrow()));
    }

    private Predicate<InterventionRow> moves(Optional<Version> version) {
        return row -> {
            var target = target(row);
            return version.map(one -> target.filter(one::sameAs).isPresent()).orElseGet(target::isEmpty);
        };
    }

    private Optional<Version> target(InterventionRow row) {
        return records.revisions(row.key()).stream()
                .reduce((earlier, later) -> later)
                .map(Revision::targetVersion)
                .flatMap(Version::parse);
    }
}
