package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.jobs.LooseJob;
import com.athento.deployment.schedule.freezes.FreezeHits;
import com.athento.deployment.schedule.freezes.FreezeMade;
import com.athento.deployment.schedule.freezes.Freezes;
import com.athento.deployment.schedule.freezes.Hit;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A freeze that is made while the window is open: managers find the task among theirs, too. */
@Component
class LetManagersStartFrozen implements LooseJob {

    private final Freezes freezes;
    private final FreezeHits hits;
    private final TaskService tasks;

    LetManagersStartFrozen(Freezes freezes, FreezeHits hits, @Lazy TaskService tasks) {
        this.freezes = freezes;
        this.hits = hits;
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return FreezeMade.LETS_MANAGERS_START;
    }

    @Override
    public void run(String freeze) {
        freezes.find(Long.parseLong(freeze)).stream()
                .flatMap(made -> hits.of(made).stream())
                .filter(hit -> !hit.excepted())
                .forEach(this::add);
    }

    private void add(Hit hit) {
        tasks
                .createTaskQuery()
                .processInstanceBusinessKey(hit.window().interventionKey())
                .taskDefinitionKey(Elements.START_DEPLOYMENT)
                .list()
                .stream()
                .filter(this::isNotTheirs)
                .forEach(task -> tasks.addCandidateGroup(task.getId(), Team.MANAGERS.id()));
    }

    /** The engine would keep them twice. */
    private boolean isNotTheirs(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .noneMatch(link -> Team.MANAGERS.id().equals(link.getGroupId()));
    }
}
