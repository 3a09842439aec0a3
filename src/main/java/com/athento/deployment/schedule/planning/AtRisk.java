package com.athento.deployment.schedule.planning;

import com.athento.deployment.intervention.Phase;
import com.athento.deployment.record.PlannedWindow;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Why a window may not hold. */
public enum AtRisk {
    /** A task of its intervention should have been done by now. */
    OVERDUE_TASK,
    /** A freeze overlaps it. */
    FREEZE,
    /** The client has not agreed to it yet. */
    NO_CONSENT;

    private static final Set<Phase> BEFORE_CONSENT = EnumSet.of(Phase.REQUEST, Phase.APPROVAL, Phase.CONSENT);

    /**
     * What has started, or is over, has held.
     *
     * @param due when the first of its open tasks is due; one that is due exactly now is not overdue yet
     */
    static Set<AtRisk> of(PlannedWindow window, Optional<Instant> due, boolean frozen, Instant now) {
        var all = EnumSet.noneOf(AtRisk.class);
        if (window.actualStart().isPresent() || window.endedAt().isPresent()) {
            return all;
        }
        if (due.filter(now::isAfter).isPresent()) {
            all.add(OVERDUE_TASK);
        }
        if (frozen) {
            all.add(FREEZE);
        }
        if (BEFORE_CONSENT.contains(window.phase())) {
            all.add(NO_CONSENT);
        }
        return all;
    }
}
