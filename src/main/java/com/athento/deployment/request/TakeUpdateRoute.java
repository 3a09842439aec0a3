package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.BIG_CHANGES;
import static com.athento.deployment.process.Variables.CHANGE_KIND;
import static com.athento.deployment.process.Variables.CLIENT_CODE;
import static com.athento.deployment.process.Variables.DEPLOYMENT_TYPE;
import static com.athento.deployment.process.Variables.FLAG_POSSIBLE;
import static com.athento.deployment.process.Variables.REPORTED_AT;
import static com.athento.deployment.process.Variables.RIGHT_PROCEDURE;
import static com.athento.deployment.process.Variables.ROUTE;
import static com.athento.deployment.process.Variables.TARGET_MOMENT;
import static com.athento.deployment.process.Variables.ZONE;

import com.athento.deployment.intervention.Route;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.models.ReadsTable;
import com.athento.deployment.process.models.TableAnswer;
import com.athento.deployment.schedule.Calendars;
import java.time.ZoneId;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * <i>Find moment and route</i>: by when the update should start, whether it is an update at all, and whether this
 * procedure is the right one. The table's route binds version upgrades only.
 */
@Component
class TakeUpdateRoute implements ExecutionListener, ReadsTable {

    private static final String TARGET = "target";

    private final Calendars calendars;

    TakeUpdateRoute(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public void notify(DelegateExecution intervention) {
        var decision = Decision.of(intervention);
        var route =
                CHANGE_KIND.in(intervention).movesVersion() ? decision.word(ROUTE.name(), Route.class) : Route.UPDATE;
        ROUTE.put(intervention, route);
        TARGET_MOMENT.put(
                intervention,
                decision.word(TARGET, Target.class)
                        .moment(
                                REPORTED_AT.find(intervention),
                                calendars.of(CLIENT_CODE.in(intervention), ZoneId.of(ZONE.in(intervention))))
                        .orElse(null));
        RIGHT_PROCEDURE.put(
                intervention,
                RightProcedures.of(
                        DEPLOYMENT_TYPE.in(intervention),
                        FLAG_POSSIBLE.find(intervention).orElse(false),
                        route,
                        BIG_CHANGES.in(intervention)));
    }

    @Override
    public String table() {
        return Elements.UPDATE_POLICY;
    }

    @Override
    public Set<String> outputs() {
        return Set.of(TARGET, ROUTE.name());
    }

    @Override
    public void check(TableAnswer answer) {
        answer.word(TARGET, Target.class);
        answer.word(ROUTE.name(), Route.class);
    }
}
