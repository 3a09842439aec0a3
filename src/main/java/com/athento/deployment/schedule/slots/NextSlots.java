package com.athento.deployment.schedule.slots;

import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.record.OtherIntervention;
import com.athento.deployment.record.OtherInterventions;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import com.athento.deployment.schedule.LeadTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The next slots of an instance. */
@Component
public class NextSlots {

    private final Agendas agendas;
    private final OtherInterventions others;
    private final SlotTimes times;
    private final LeadTime leadTime;
    private final Clock clock;

    NextSlots(Agendas agendas, OtherInterventions others, SlotTimes times, LeadTime leadTime, Clock clock) {
        this.agendas = agendas;
        this.others = others;
        this.times = times;
        this.leadTime = leadTime;
        this.clock = clock;
    }

    /**
     * @param exceptKey the intervention that they are wanted for, which is not in its own way; blank where there is
     *     none yet
     */
    public Slots of(Instance instance, Client client, Wanted wanted, String exceptKey) {
        var unsettled = others.on(instance.code(), exceptKey).stream()
                .filter(other -> !other.settled())
                .map(OtherIntervention::key)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!unsettled.isEmpty()) {
            return Slots.none(Sentence.of("finding.same-instance", unsettled, instance.code()));
        }
        var span = SlotSearch.span(wanted.from(), client.zone());
        return new SlotSearch(agendas.of(instance, client, span, exceptKey), times, wanted, earliest(wanted)).next();
    }

    /** Windows begin with a minute, and none with the one that has begun. */
    private Instant earliest(Wanted wanted) {
        var now = clock.instant();
        var next = now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        var afterLead = leadTime.earliest(now.truncatedTo(ChronoUnit.SECONDS), wanted.severity());
        return latest(wanted.from(), latest(next, afterLead));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
