package com.athento.deployment.request;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.Refused;
import java.util.Arrays;
import java.util.Set;

/**
 * Who asks.
 *
 * @param account the login
 * @param groups ids of the groups it is in
 */
record Person(String account, Set<String> groups) {

    boolean isIn(Team... teams) {
        return Arrays.stream(teams).map(Team::id).anyMatch(groups::contains);
    }

    /** @throws Refused unless the person is in one of the teams that request deployments */
    void mayRequest() {
        if (!isIn(Team.PRODUCT, Team.PROJECT, Team.SUPPORT)) {
            throw forbidden("'%s' may not request a deployment; product, project and support may".formatted(account));
        }
    }

    /** @throws Refused unless the person asked for the intervention, or decides beside who did */
    void mayRevise(String key, String requester) {
        if (!account.equals(requester) && !isIn(Team.PROJECT, Team.MANAGERS)) {
            throw forbidden("'%s' may not revise %s; %s, project and managers may".formatted(account, key, requester));
        }
    }

    static Refused forbidden(String sentence) {
        return new Refused(Refused.Reason.FORBIDDEN, sentence);
    }
}
