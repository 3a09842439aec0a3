package com.athento.deployment.request;

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
 * How old a version may be for an update. The table of the update policy says so, row by row; who
 * is refused by it wants to read it in one word.
 */
@Component
class UpdateLimit {

    private final DecisionService tables;

    UpdateLimit(DecisionService tables) {
        this.tables = tables;
    }

    /** The oldest age for which the table wants an update; empty if there is none. */
    Optional<UpdateAge> of(Severity severity) {
        return Stream.of(UpdateAge.MONTH, UpdateAge.WEEK)
                .filter(age -> isUpdate(severity, age))
                .findFirst();
    }

    private boolean isUpdate(Severity severity, UpdateAge age) {
        var rule =
                tables.evaluateDecisionTableByKey(
                                Elements.UPDATE_POLICY,
                                Map.of(
                                        Variables.SEVERITY.name(), severity.name(),
                                        Variables.UPDATE_AGE.name(), age.name(),
                                        Variables.BIG_CHANGES.name(), false))
                        .getFirstResult();
        return rule != null && Route.UPDATE.name().equals(rule.getEntry(Variables.ROUTE.name()));
    }
}
