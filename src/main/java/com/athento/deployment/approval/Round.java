package com.athento.deployment.approval;

import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.record.Approval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answers that still cover the current revision.
 *
 * @param answers the first one first
 */
record Round(List<Approval> answers) {

    /** Whether both teams approved. */
    boolean holds() {
        return risks().size() == ApprovingTeam.ALL.size();
    }

    /** The higher risk of the approvals, each team by its last word; empty unless both teams approved. */
    Optional<Risk> risk() {
        return risks().values().stream().reduce(Risk::or).filter(risk -> holds());
    }

    boolean decidedForOther(ApprovingTeam team, String person) {
        return answers.stream().anyMatch(answer -> answer.person().equals(person) && answer.team() != team.team());
    }

    private Map<Team, Risk> risks() {
        return answers.stream()
                .filter(Approval::approves)
                .collect(Collectors.toMap(Approval::team, Approval::risk, (first, last) -> last));
    }
}
