package com.athento.deployment.record;

import com.athento.deployment.intervention.Flag;
import com.athento.deployment.intervention.FlagKind;
import com.athento.deployment.intervention.Outcome;

/**
 * A flag of the current revision, and how it stands.
 *
 * @param state that a step left it in last; the one before the deployment until a step has said so
 */
public record FlagStanding(FlagKind kind, String name, String before, String planned, String how, String state) {

    static FlagStanding of(Flag flag, String state) {
        return new FlagStanding(flag.kind(), flag.name(), flag.before(), flag.planned(), flag.how(), state);
    }

    /** Whether there is something to switch off: a change that it guards is to be had. */
    public boolean on() {
        return !state.equalsIgnoreCase(before);
    }

    /** Whether it stands as planned; after a rollback there is nothing left to guard. */
    public boolean stands(Outcome outcome) {
        return outcome == Outcome.DEPLOYED ? state.equalsIgnoreCase(planned) : !on();
    }
}
