package com.athento.deployment.approval;

import com.athento.deployment.intervention.Sentence;
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
    Optional<Sentence> objection(ApprovingTeam team, String person, boolean decidedForOther) {
        if (person.equals(requester)) {
            return Optional.of(Sentence.of("refused.approval.requester", team.decisionName(), person, team.id()));
        }
        if (decidedForOther) {
            return Optional.of(Sentence.of("refused.approval.other-team", team.decisionName(), person, team.id()));
        }
        return Optional.empty();
    }
}
