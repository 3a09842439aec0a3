package com.athento.deployment.process.models;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.UpdateAge;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Variables;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * What the table of the update policy says where no intervention stands at it: how old a version may be for an update,
 * which whoever is refused by it wants to read in one word; and which route a request would take.
 */
@Component
public class UpdatePolicy {

    private final DecisionService tables;

    UpdatePolicy(DecisionService tables) {
        this.tables = tables;
    }

    /** The oldest age for which the table wants an update; empty if there is none. */
    public Optional<UpdateAge> limit(Severity severity) {
        return Stream.of(UpdateAge.MONTH, UpdateAge.WEEK)
                .filter(age -> route(severity, age, false).equals(Optional.of(Route.UPDATE)))
                .findFirst();
    }

    /** The route of a change; the table binds version upgrades only. */
    public Route route(ChangeKind kind, Severity severity, UpdateAge age, boolean bigChanges) {
        return kind.movesVersion() ? route(severity, age, bigChanges).orElseThrow() : Route.UPDATE;
    }

    private Optional<Route> route(Severity severity, UpdateAge age, boolean bigChanges) {
        var rule = tables.evaluateDecisionTableByKey(
                        Elements.UPDATE_POLICY,
                        Map.of(
                                Variables.SEVERITY.name(), severity.name(),
                                Variables.UPDATE_AGE.name(), age.name(),
                                Variables.BIG_CHANGES.name(), bigChanges))
                .getFirstResult();
        return Optional.ofNullable(rule).map(found -> Route.valueOf(found.getEntry(Variables.ROUTE.name())));
    }
}
