package com.athento.deployment.request;

import com.athento.deployment.intervention.DeploymentType;
import com.athento.deployment.intervention.RightProcedure;
import com.athento.deployment.intervention.Route;

/** Whether a change is to go through this procedure. */
final class RightProcedures {

    private static final int THIS_ONE = 4;

    private RightProcedures() {}

    /**
     * A patch because of big changes is of another type, with no exception; a patch because the version is too old is a
     * finding that can be excepted.
     */
    static RightProcedure of(int type, boolean flagPossible, Route route, boolean bigChanges) {
        return isOther(type) || flagPossible || (route == Route.PATCH && bigChanges)
                ? RightProcedure.OTHER
                : RightProcedure.TYPE_4;
    }

    /** Whether a kind of change never goes through this one. */
    static boolean isOther(DeploymentType type) {
        return isOther(type.number());
    }

    private static boolean isOther(int type) {
        return type < THIS_ONE;
    }
}
