package com.athento.deployment.qa;

import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Systems applied the hotfix; the whole battery runs again. */
@Component
class RecordHotfix implements TaskListener {

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
                Variables.HOTFIX_REFERENCE.required(
                        task, "say which hotfix it is, such as its ticket"),
                Variables.HOTFIX_NOTES.find(task));
    }
}
