package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.INSTANCE_CODE;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;

import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.Refused;
import com.athento.deployment.schedule.ClientTime;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as it would stand once it is amended.
 *
 * @param key of the intervention
 * @param before what stands
 * @param answers by name, over what stands; those of the process, or not yet
 */
record Amended(String key, Revision before, Function<String, ?> answers) {

    /** @throws Refused if it is about another instance */
    void mustKeepInstance() {
        var instance = before.plan().instance();
        if (!INSTANCE_CODE.find(answers).equals(Optional.of(instance))) {
            throw Refused.because(
                    "refused.revision.another-instance",
                    INSTANCE_CODE,
                    INSTANCE_CODE.find(answers).orElse(""),
                    key,
                    instance);
        }
    }

    /**
     * Whoever was told of the window hears how that one ends.
     *
     * @throws Refused if it would have none
     */
    void mustKeepWindow(Submission submission) {
        if (submission.request().window().isEmpty()) {
            throw Refused.because("refused.revision.no-window", WINDOW_START_LOCAL);
        }
    }

    /** An offset that was kept rather than sent means nothing to a new time that exists once. */
    boolean forgetsOffset() {
        var isKept = Objects.equals(WINDOW_OFFSET.find(answers), before.fields().get(WINDOW_OFFSET));
        return isKept
                && WINDOW_START_LOCAL.find(answers).filter(this::existsOnce).isPresent();
    }

    private boolean existsOnce(String local) {
        try {
            return !ClientTime.isAmbiguous(
                    WINDOW_START_LOCAL.name(), local, before.plan().window().zone());
        } catch (Refused unreadable) {
            // It is said with all that is wrong.
            return false;
        }
    }

    /** When the window was set that it would have. */
    Instant windowSetAt(Submission submission) {
        var start = submission.request().window().map(Window::start);
        var moved = !start.equals(Optional.of(before.plan().window().start()));
        return moved ? submission.at() : before.windowSetAt();
    }
}
