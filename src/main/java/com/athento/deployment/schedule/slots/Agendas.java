package com.athento.deployment.schedule.slots;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import com.athento.deployment.schedule.Calendars;
import com.athento.deployment.schedule.calendars.ClientCalendar;
import com.athento.deployment.schedule.capacity.Capacity;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import com.athento.deployment.schedule.freezes.Freezes;
import com.athento.deployment.schedule.slots.Agenda.Ban;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads an {@link Agenda}: a few queries, however many starts are looked at. */
@Component
public class Agendas {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Calendars calendars;
    private final Freezes freezes;
    private final Capacity capacity;
    private final SystemsTeam team;

    Agendas(Calendars calendars, Freezes freezes, Capacity capacity, SystemsTeam team) {
        this.calendars = calendars;
        this.freezes = freezes;
        this.capacity = capacity;
        this.team = team;
    }

    /**
     * @param client the instance's
     * @param exceptKey the intervention that is asked about, which is not in its own way; blank where there is none yet
     */
    public Agenda of(Instance instance, Client client, Interval span, String exceptKey) {
        var calendar = calendars.of(client);
        return new Agenda(
                calendar.zone(),
                calendar.worked(span),
                freeDays(calendar, span),
                Optional.of(calendar).filter(ClientCalendar::hasMaintenance).map(agreed -> agreed.maintenance(span)),
                freezes.on(instance, client, span).stream()
                        .map(frozen -> new Ban(frozen.freeze().name(), frozen.during()))
                        .toList(),
                capacity.holds(span, exceptKey),
                team);
    }

    /** What concerns one window. */
    public Agenda of(Instance instance, Client client, Window window, String exceptKey) {
        var span = new Interval(
                window.start().minus(A_DAY), team.from(window.start()).end().plus(A_DAY));
        return of(instance, client, span, exceptKey);
    }

    private static Set<LocalDate> freeDays(ClientCalendar calendar, Interval span) {
        var first = span.start().atZone(calendar.zone()).toLocalDate();
        var last = span.end().atZone(calendar.zone()).toLocalDate();
        return first.datesUntil(last.plusDays(1)).filter(calendar::isFree).collect(Collectors.toSet());
    }
}
