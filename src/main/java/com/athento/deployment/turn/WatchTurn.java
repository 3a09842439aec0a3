package com.athento.deployment.turn;

import com.athento.deployment.intervention.Reminding;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.jobs.LooseJob;
import com.athento.deployment.process.jobs.LooseJobs;
import com.athento.deployment.schedule.Night;
import com.athento.deployment.schedule.VendorProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A task that nobody does is told to its team once it is overdue, and after a second span to the managers; one that
 * cannot wait, again and again. Each look is a job that asks for the next one, so that a task which is done or moved by
 * then is none.
 */
@Component
class WatchTurn implements LooseJob {

    static final String NAME = "watch-turn";

    private final Takers takers;
    private final TurnMails mails;
    private final OverdueProperties spans;
    private final ObjectProvider<LooseJobs> jobs;
    private final Departure departure;
    private final Clock clock;

    WatchTurn(
            Takers takers,
            TurnMails mails,
            OverdueProperties spans,
            TurnProperties turn,
            Night night,
            VendorProperties vendor,
            ObjectProvider<LooseJobs> jobs,
            Clock clock) {
        this.takers = takers;
        this.mails = mails;
        this.spans = spans;
        this.jobs = jobs;
        this.departure = new Departure(turn.gather(), night, vendor.vendorZone());
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A new task; one without a moment until when it is to be done gets one, and shows it. */
    void begin(DelegateTask task, Pressure pressure, Reminding reminding) {
        if (task.getDueDate() == null) {
            task.setDueDate(Date.from(clock.instant().plus(spans.undated())));
        }
        lateness(task, pressure)
                .first(reminding)
                .ifPresent(
                        first -> look(new Watch(task.getId(), first.occasion(), 0, pressure, reminding), first.at()));
    }

    @Override
    public void run(String argument) {
        var watch = Watch.of(argument);
        Optional.ofNullable(Context.getCommandContext().getTaskManager().findTaskById(watch.task()))
                .ifPresent(task -> look(watch, task));
    }

    private void look(Watch asked, DelegateTask task) {
        var now = clock.instant();
        var lateness = lateness(task, asked.pressure());
        var watch = asked.on(lateness.by(now, asked.occasion()));
        lateness.earliest(watch.occasion()).ifPresent(moment -> {
            if (moment.isAfter(now)) {
                // It was due at another time when this look was asked for.
                look(watch, moment);
            } else {
                tell(watch, task, lateness, now);
            }
        });
    }

    private void tell(Watch watch, DelegateTask task, Lateness lateness, Instant now) {
        var urgent = watch.pressure().isUrgent();
        var leaves = departure.of(now, urgent);
        mails.add(
                new Announcement(task.getId(), watch.occasion(), watch.round(), urgent, leaves),
                readers(watch, task, lateness.concernsManagers(now)));
        lateness.next(watch.occasion(), watch.reminding(), leaves)
                .ifPresent(next -> look(watch.then(next.occasion()), next.at()));
    }

    private void look(Watch watch, Instant at) {
        jobs.getObject().add(NAME, watch.text(), at);
    }

    private Set<String> readers(Watch watch, DelegateTask task, boolean concernsManagers) {
        if (watch.occasion() == Occasion.ESCALATED) {
            return takers.addresses(Team.MANAGERS);
        }
        var readers = Takers.none();
        readers.addAll(takers.addresses(task));
        if (!watch.reminding().reachesManagers()) {
            // They may take it by now, and have a mail of their own that says so.
            readers.removeAll(takers.addresses(Team.MANAGERS));
        }
        if (watch.occasion() == Occasion.AGAIN && concernsManagers) {
            readers.addAll(takers.addresses(Team.MANAGERS));
        }
        return readers;
    }

    private Lateness lateness(DelegateTask task, Pressure pressure) {
        return new Lateness(
                spans,
                pressure,
                task.getCreateTime().toInstant(),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant));
    }
}
