package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.FIXES;
import static com.athento.deployment.process.Variables.REPLAN_CAUSE;
import static com.athento.deployment.process.Variables.REQUESTER;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;

import com.athento.deployment.intervention.ElementName;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.process.AsTheApplication;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.process.models.DeploymentTypes;
import com.athento.deployment.request.TriedRequest.Outlook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What an amended request would get, before it is sent: as at <i>Revise the request</i>, beside the revision that
 * stands, and without the intervention being in its own way. Nothing is stored or locked.
 */
@Component
public class TriedRevision {

    private final WhoActs whoActs;
    private final TaskService tasks;
    private final Revisions revisions;
    private final TakeSubmission take;
    private final DeploymentTypes types;
    private final TriedRequest tried;
    private final AsTheApplication asTheApplication;

    TriedRevision(
            WhoActs whoActs,
            @Lazy TaskService tasks,
            Revisions revisions,
            TakeSubmission take,
            DeploymentTypes types,
            TriedRequest tried,
            AsTheApplication asTheApplication) {
        this.whoActs = whoActs;
        this.tasks = tasks;
        this.revisions = revisions;
        this.take = take;
        this.types = types;
        this.tried = tried;
        this.asTheApplication = asTheApplication;
    }

    /**
     * @param key of the intervention
     * @param answers by name, as far as they would change
     * @throws Refused if it is not being revised, or not by this person
     */
    public Outlook of(String key, Map<String, Object> answers) {
        var open = asTheApplication.ask(() -> open(key));
        Entitled.toRevise(whoActs.somebody(), key, open.requester());
        return asTheApplication.askInPassing(() -> outlook(key, open, answers));
    }

    /**
     * Where a request waits to be revised.
     *
     * @param asksForFixes whether its model does; an earlier one does not know the variable
     */
    private record Open(
            String model, String requester, int revision, Optional<ReplanCause> cause, boolean asksForFixes) {}

    private Open open(String key) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(Elements.REVISE_REQUEST)
                .list()
                .stream()
                .findFirst()
                .map(this::open)
                .orElseThrow(() -> new Refused(
                        Refused.Reason.UNKNOWN,
                        "refused.revision.not-open",
                        key,
                        new ElementName(Elements.REVISE_REQUEST)));
    }

    private Open open(Task task) {
        var variables = tasks.getVariables(
                task.getId(), List.of(REQUESTER.name(), REVISION.name(), REPLAN_CAUSE.name(), FIXES.name()));
        return new Open(
                task.getProcessDefinitionId(),
                REQUESTER.find(variables::get).orElseThrow(),
                REVISION.find(variables::get).orElseThrow(),
                REPLAN_CAUSE.find(variables::get),
                variables.containsKey(FIXES.name()));
    }

    private Outlook outlook(String key, Open open, Map<String, Object> answers) {
        var before = revisions.get(key, open.revision());
        var changed = new HashMap<String, Object>();
        before.fields().forEach((variable, value) -> changed.put(variable.name(), value.orElse(null)));
        changed.putAll(answers);
        var revised = new Amended(key, before, changed::get);
        return tried.outlook(
                () -> {
                    revised.mustKeepInstance();
                    if (revised.forgetsOffset()) {
                        changed.remove(WINDOW_OFFSET.name());
                    }
                    var submission = take.from(changed, before, open.model());
                    revised.mustKeepWindow(submission);
                    return submission;
                },
                kind -> types.of(open.model(), kind),
                (submission, route) -> settled(revised, submission, route, open),
                () -> tried.slots(changed::get, key));
    }

    private Settled settled(Amended revised, Submission submission, Route route, Open open) {
        var windowSetAt = revised.windowSetAt(submission);
        var number = revised.before().number() + 1;
        return Settled.of(
                Optional.of(revised.before()),
                new Revision(
                        number,
                        TriedRequest.plan(submission),
                        submission.request().severity(),
                        windowSetAt,
                        List.of(),
                        Optional.empty(),
                        number,
                        number,
                        Map.of()),
                tried.inspected(
                        submission,
                        route,
                        windowSetAt,
                        revised.key(),
                        Optional.of(submission.fixes().answers()).filter(answers -> open.asksForFixes())),
                open.cause());
    }
}
