package com.athento.deployment.process.jobs;

import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;

/**
 * What a job had done, and no rollback takes back, before something behind it failed. The incident stands at the step
 * whose job it is, which is not to blame: hence its text says so first.
 */
public final class DoneForGood extends Exception {

    private static final long serialVersionUID = 1L;

    private DoneForGood(String sentence) {
        super(sentence, null, false, false);
    }

    /** @param sentence what an operator reads before the failure, if the running job still fails from now on */
    public static void unlessAllIsWell(String sentence) {
        Context.getCommandContext().registerCommandContextListener(new CommandContextListener() {
            @Override
            public void onCommandContextClose(CommandContext commands) {
                // All is well so far.
            }

            @Override
            public void onCommandFailed(CommandContext commands, Throwable failure) {
                failure.addSuppressed(new DoneForGood(sentence));
            }
        });
    }

    /** Nothing, if it was the first that the job did which failed. */
    static Optional<String> before(Throwable failure) {
        return Arrays.stream(failure.getSuppressed())
                .filter(DoneForGood.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
    }
}
