package com.athento.deployment.approval;

import java.util.Optional;

/**
 * Who may decide on a request: four eyes, none of them the requester's (procedure, section 2).
 *
 * @param requester who asked for the intervention
 */
record Segregation(String requester) {

    /**
     * Why a person may not decide for a team, if so.
     *
     * @param decidedForOther whether they decided for the other team in this round
     */
    Optional<String> objection(ApprovingTeam team, String person, boolean decidedForOther) {
        if (person.equals(requester)) {
            return Optional.of(
                    "%s: '%s' requested this intervention and cannot decide on it; somebody else of the %s team must"
                            .formatted(team.decisionName(), person, team.id()));
        }
        if (decidedForOther) {
            return Optional.of(
                    "%s: '%s' has already decided for the other team; somebody else of the %s team must decide"
                            .formatted(team.decisionName(), person, team.id()));
        }
        return Optional.empty();
    }
}
