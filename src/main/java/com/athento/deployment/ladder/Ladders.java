package com.athento.deployment.ladder;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.process.models.DeploymentTypes;
import com.athento.deployment.record.Durations;
import com.athento.deployment.record.InterventionRow;
import com.athento.deployment.record.Records;
import com.athento.deployment.register.Register;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up what the ladder of an intervention depends on. */
@Component
public class Ladders {

    private final Register register;
    private final Records records;
    private final Durations durations;
    private final DeploymentTypes types;
    private final Clock clock;

    Ladders(Register register, Records records, Durations durations, DeploymentTypes types, Clock clock) {
        this.register = register;
        this.records = records;
        this.durations = durations;
        this.types = types;
        this.clock = clock;
    }

    /** As it stands now, the cheapest way first. */
    public List<Rung> of(InterventionRow intervention) {
        var instance = register.instance(intervention.instance()).orElseThrow();
        var own = new Measured(durations.hotfixesOn(instance.code()));
        return new Ladder(
                        intervention.hour(),
                        types.of(intervention.processDefinitionId(), ChangeKind.HOTFIX)
                                .maximumDowntime(),
                        instance.rollbackMinutes(),
                        own.never()
                                ? new Measured(
                                        durations.hotfixesOfLine(instance.line().name()))
                                : own,
                        own.never() ? Optional.of(instance.line().name()) : Optional.empty(),
                        new Measured(durations.rollbacksOf(instance.code())),
                        records.flags(intervention.key()))
                .rungs(clock.instant());
    }
}
