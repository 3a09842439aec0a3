package com.athento.deployment.qa;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Kind;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Systems applied the hotfix; the whole battery runs again. */
@Component
class RecordHotfix implements TaskListener {

    private static final Kind<Version> VERSION = Kind.version("24.2.1");

    private final Hotfixes hotfixes;
    private final WhoActs whoActs;

    RecordHotfix(Hotfixes hotfixes, WhoActs whoActs) {
        this.hotfixes = hotfixes;
        this.whoActs = whoActs;
    }

    @Override
    public void notify(DelegateTask task) {
        hotfixes.apply(
                task.getExecution().getProcessBusinessKey(),
                whoActs.recorded(task),
                Variables.HOTFIX_REFERENCE.required(task, "refused.hotfix.reference"),
                Variables.HOTFIX_NOTES.find(task),
                Variables.HOTFIX_CONTAINED_IN.find(task).map(text -> later(text, Variables.TARGET_VERSION.find(task))));
    }

    /** Whatever runs already lacks the hotfix. */
    private static Version later(String text, Optional<String> running) {
        var version = VERSION.read(Variables.HOTFIX_CONTAINED_IN.name(), text);
        running.map(Version::new).filter(runs -> version.compareTo(runs) <= 0).ifPresent(runs -> {
            throw Refused.because("refused.hotfix.contained-in", Variables.HOTFIX_CONTAINED_IN, version, runs);
        });
        return version;
    }
}
