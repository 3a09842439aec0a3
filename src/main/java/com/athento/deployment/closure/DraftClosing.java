package com.athento.deployment.closure;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.Variables;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Writes the draft of the official mail, in the client's language, for a person to complete. */
@Component
class DraftClosing implements TaskListener {

    /** The engine takes no longer text, and it may still be completed. */
    private static final int LONGEST = 3900;

    private final Register register;
    private final Happened happened;

    DraftClosing(Register register, Happened happened) {
        this.register = register;
        this.happened = happened;
    }

    @Override
    public void notify(DelegateTask task) {
        var language =
                register.client(Variables.CLIENT_CODE.in(task))
                        .map(Client::locale)
                        .orElse(Locale.ENGLISH);
        Variables.CLOSING_DRAFT.putLocal(task, draft(task).text(Words.in(language), LONGEST));
    }

    private ClosingDraft draft(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        var outcome = Variables.OUTCOME.in(task);
        return new ClosingDraft(
                key,
                Variables.INSTANCE_CODE.in(task),
                Variables.CHANGE_KIND.in(task),
                Variables.FROM_VERSION.find(task),
                Variables.TARGET_VERSION.find(task),
                outcome,
                new Window(
                        Variables.WINDOW_START.in(task),
                        ZoneId.of(Variables.ZONE.in(task)),
                        Variables.DOWNTIME_MINUTES.in(task)),
                Variables.ACTUAL_START.in(task),
                Variables.DOWNTIME_SPENT.in(task),
                Variables.DEPLOYMENT_NOTES.find(task),
                happened.lastFinishedBattery(key),
                happened.incidents(key),
                // Fixes on top of a version that is gone are gone with it.
                outcome == Outcome.DEPLOYED ? happened.fixes(key) : List.of(),
                Variables.SUPPORT_NOTES.find(task));
    }
}
