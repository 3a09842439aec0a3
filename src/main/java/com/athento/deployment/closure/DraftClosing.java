package com.athento.deployment.closure;

import com.athento.deployment.closure.ClosingDraft.Fix;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.Records;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Writes the draft of the official mail, in the client's language, for a person to complete. */
@Component
class DraftClosing implements TaskListener {

    /** The engine takes no longer text, and it may still be completed. */
    private static final int LONGEST = 3900;

    private final Register register;
    private final Records records;

    DraftClosing(Register register, Records records) {
        this.register = register;
        this.records = records;
    }

    @Override
    public void notify(DelegateTask task) {
        var language = register.client(Variables.CLIENT_CODE.in(task))
                .map(Client::locale)
                .map(Language::of)
                .orElse(Language.EN);
        Variables.CLOSING_DRAFT.putLocal(task, draft(task).text(new Words(language), LONGEST));
    }

    /** Those on the version that runs now: what came on top of one that is gone went with it. */
    private List<Fix> fixes(String instance) {
        return register
                .instance(instance)
                .map(runs -> register.patchesOnTopOf(runs.version(), instance))
                .orElse(List.of())
                .stream()
                .map(patch -> new Fix(patch.reference(), patch.notes()))
                .toList();
    }

    private ClosingDraft draft(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        return new ClosingDraft(
                key,
                Variables.INSTANCE_CODE.in(task),
                Variables.CHANGE_KIND.in(task),
                Variables.FROM_VERSION.find(task),
                Variables.TARGET_VERSION.find(task),
                Variables.OUTCOME.in(task),
                new Window(
                        Variables.WINDOW_START.in(task),
                        ZoneId.of(Variables.ZONE.in(task)),
                        Variables.DOWNTIME_MINUTES.in(task)),
                Variables.ACTUAL_START.in(task),
                Variables.DOWNTIME_SPENT.in(task),
                Variables.DEPLOYMENT_NOTES.find(task),
                records.lastFinishedBattery(key),
                records.incidents(key),
                records.flags(key).stream()
                        .filter(flag -> !flag.stands(Variables.OUTCOME.in(task)))
                        .toList(),
                fixes(Variables.INSTANCE_CODE.in(task)),
                Variables.SUPPORT_NOTES.find(task));
    }
}
