package com.athento.deployment.intervention;

import java.util.Arrays;
import java.util.List;

/** What everybody at the client may know of an intervention. */
public enum PublicState {
    /** The window is agreed. */
    PLANNED,
    /** The window no longer holds, and another one follows. */
    MOVED,
    /** Users cannot work: it is being deployed, or taken back. */
    IN_PROGRESS,
    /** Deployed, and being tested. */
    VERIFYING,
    /** Users cannot work, and what they were told to reckon with does not hold any more. */
    INTERRUPTED,
    COMPLETED,
    ROLLED_BACK,
    /** It does not take place. */
    CANCELLED;

    /** The names of those after which nothing is to come. */
    public static List<String> over() {
        return Arrays.stream(values())
                .filter(PublicState::isOver)
                .map(Enum::name)
                .toList();
    }

    /** Whether it is under way. */
    public boolean isNow() {
        return this == IN_PROGRESS || this == VERIFYING || this == INTERRUPTED;
    }

    /** Whether the minutes that were agreed are still a promise. */
    public boolean isPromise() {
        return this == PLANNED || this == MOVED;
    }

    /** Whether users could not work for some time, which is over. */
    public boolean isBack() {
        return this == COMPLETED || this == ROLLED_BACK;
    }

    /** Whether nothing is to come of it: only then may a reader's view leave it out some day. */
    public boolean isOver() {
        return isBack() || this == CANCELLED;
    }
}
