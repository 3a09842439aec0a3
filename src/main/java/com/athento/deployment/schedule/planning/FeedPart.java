package com.athento.deployment.schedule.planning;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.record.PlannedWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an intervention puts into the calendars of the staff. */
public enum FeedPart {
    /** In which users cannot work. */
    WINDOW {
        @Override
        Times times(PlannedWindow planned) {
            return new Times(planned.window().start(), planned.window().end());
        }
    },
    /** Until the end of the hour: what is left of it from the point of no return on, kept for a rollback. */
    POINT_OF_NO_RETURN {
        @Override
        Times times(PlannedWindow planned) {
            var kept = Duration.ofMinutes(planned.rollbackMinutes().orElse(0));
            var start = planned.pointOfNoReturn()
                    .orElseGet(() -> planned.windowStart()
                            .plus(Duration.ofMinutes(Window.LONGEST))
                            .minus(kept));
            return new Times(start, start.plus(kept));
        }
    },
    /** In which support watches over the users. */
    SUPPORT {
        @Override
        Times times(PlannedWindow planned) {
            var start =
                    planned.availableSince().orElseGet(() -> planned.window().end());
            return new Times(
                    start,
                    planned.supportUntil()
                            .orElseGet(() -> start.plus(
                                    Duration.ofHours(planned.supportHours().orElse(0)))));
        }

        @Override
        boolean isOff(PlannedWindow planned) {
            var withoutSupport =
                    planned.outcome().filter(Outcome.ROLLED_BACK::equals).isPresent()
                            && planned.supportUntil().isEmpty();
            return withoutSupport || super.isOff(planned);
        }
    };

    private static final Set<Outcome> GIVEN_UP =
            EnumSet.of(Outcome.DENIED, Outcome.DECLINED, Outcome.WITHDRAWN, Outcome.CANCELLED);

    private static final Set<Phase> NOT_AGREED = EnumSet.of(Phase.REQUEST, Phase.APPROVAL, Phase.CONSENT);

    /** From when to when. */
    public record Times(Instant start, Instant end) {}

    /** Whether it holds. */
    public enum Standing {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    abstract Times times(PlannedWindow planned);

    boolean isOff(PlannedWindow planned) {
        return planned.outcome()
                .map(GIVEN_UP::contains)
                .orElseGet(() -> planned.endedAt().isPresent());
    }

    /** As planned, and as it was as soon as that is known; empty if it takes no time. */
    public Optional<Times> of(PlannedWindow planned) {
        return Optional.of(times(planned)).filter(times -> times.end().isAfter(times.start()));
    }

    public Standing standing(PlannedWindow planned) {
        if (isOff(planned)) {
            return Standing.CANCELLED;
        }
        return NOT_AGREED.contains(planned.phase()) ? Standing.TENTATIVE : Standing.CONFIRMED;
    }

    /** Rises with each revision, and once more where it does not take place (RFC 5545, 3.8.7.4). */
    public int sequence(PlannedWindow planned) {
        return planned.revision() - 1 + (isOff(planned) ? 1 : 0);
    }
}
