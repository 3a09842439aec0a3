package com.athento.deployment.record;

import static com.athento.deployment.process.Elements.ACCEPT_OR_HOTFIX;
import static com.athento.deployment.process.Elements.APPLY_HOTFIX;
import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.RECOVER_INSTANCE;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.RUN_QA_BATTERY;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * A step that led to where the hour stands, with what is on record about it.
 *
 * @param battery what was tested; null where the step was another one
 * @param incident why the version has to go back; null where the step was another one
 */
public record Cause(@JsonUnwrapped Moment step, Battery battery, Incident incident) {

    /**
     * The steps since the start, or since the rollback that a manager confirmed: from there on it is why. The last one
     * comes first.
     */
    static List<Cause> of(Story story) {
        var batteries = story.qaRuns().iterator();
        var rollbacks = story.incidents().stream()
                .filter(Incident::confirmed)
                .sorted(Comparator.comparing(Incident::resolvedAt))
                .iterator();
        var causes = new ArrayDeque<Cause>();
        story.timeline().stream()
                .filter(step -> step.kind() == Moment.Kind.TASK)
                .forEach(step -> take(step, batteries, rollbacks, causes));
        return List.copyOf(causes);
    }

    private static void take(
            Moment step, Iterator<Battery> batteries, Iterator<Incident> rollbacks, Deque<Cause> causes) {
        switch (step.element()) {
            case START_DEPLOYMENT -> {
                causes.clear();
                if (!"POSTPONE".equals(step.decided())) {
                    causes.push(new Cause(step, null, null));
                }
            }
            case CONFIRM_ROLLBACK -> {
                if (Boolean.parseBoolean(step.decided())) {
                    causes.clear();
                    causes.push(new Cause(step, null, next(rollbacks)));
                }
            }
            case RUN_QA_BATTERY -> causes.push(new Cause(step, next(batteries), null));
            case DEPLOY, ACCEPT_OR_HOTFIX, APPLY_HOTFIX, ROLL_BACK, RECOVER_INSTANCE ->
                causes.push(new Cause(step, null, null));
            default -> {
                // It did not change which version runs.
            }
        }
    }

    /** Of steps from before it was kept, the record is silent. */
    private static <T> T next(Iterator<T> record) {
        return record.hasNext() ? record.next() : null;
    }
}
