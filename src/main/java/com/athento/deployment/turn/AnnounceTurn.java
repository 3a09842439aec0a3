package com.athento.deployment.turn;

import com.athento.deployment.intervention.Haste;
import com.athento.deployment.intervention.Reminding;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.process.EngineParts;
import com.athento.deployment.process.ModelProperty;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.schedule.Night;
import com.athento.deployment.schedule.VendorProperties;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Every task of the lifecycle announces itself to those who can take it, whatever a designer adds: in the transaction
 * that makes the task only a row and a job are written. One that went on to whoever has just done the step before is
 * not news to anybody, and one that was taken before the mail left, neither: if it is given back, it is announced then.
 * Whether it is done in time is {@link WatchTurn}'s.
 */
@Component
class AnnounceTurn extends AbstractProcessEnginePlugin {

    /** How a designer says {@link Haste} and {@link Reminding} in the model. */
    private static final String URGENT = "urgent";

    private static final String REMINDS = "reminds";

    private final Takers takers;
    private final TurnMails mails;
    private final WatchTurn watch;
    private final ObjectProvider<WhoActs> whoActs;
    private final Departure departure;
    private final Clock clock;

    AnnounceTurn(
            Takers takers,
            TurnMails mails,
            WatchTurn watch,
            ObjectProvider<WhoActs> whoActs,
            TurnProperties turn,
            Night night,
            VendorProperties vendor,
            Clock clock) {
        this.takers = takers;
        this.mails = mails;
        this.watch = watch;
        this.whoActs = whoActs;
        this.departure = new Departure(turn.gather(), night, vendor.vendorZone());
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.tasks(engine, this::listen);
    }

    private void listen(Element element, TaskDefinition task) {
        var haste = ModelProperty.of(element, URGENT).map(Haste::valueOf).orElse(Haste.BY_SEVERITY);
        var reminding =
                ModelProperty.of(element, REMINDS).map(Reminding::valueOf).orElse(Reminding.WHEN_OVERDUE);
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, made -> announce(made, haste, reminding));
        task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::givenBack);
    }

    private void announce(DelegateTask task, Haste haste, Reminding reminding) {
        var severity = severity(task);
        var urgent = haste.isUrgent(severity);
        var addresses = takers.addresses(task);
        var announcement = Announcement.appeared(task.getId(), urgent, departure.of(clock.instant(), urgent));
        if (isKnown(task)) {
            mails.keep(announcement, addresses);
        } else {
            mails.add(announcement, addresses);
        }
        watch.begin(task, Pressure.of(haste, severity), reminding);
    }

    private boolean isKnown(DelegateTask task) {
        return task.getAssignee() != null && whoActs.getObject().isPerson(task.getAssignee());
    }

    /** An incident has its own severity beside that of the change that may have caused it. */
    private static Severity severity(DelegateTask task) {
        return Variables.INCIDENT_SEVERITY
                .find(task)
                .or(() -> Variables.SEVERITY.find(task))
                .orElse(Severity.NONE);
    }

    private void givenBack(DelegateTask task) {
        if (task.getAssignee() == null) {
            mails.addAgain(task.getId(), departure.of(clock.instant(), false));
        }
    }
}
