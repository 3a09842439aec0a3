package com.athento.deployment.schedule.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.record.PlannedWindow;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window of these begins at 21:00, takes 45 minutes, 15 of the hour are kept, and support watches for 24 hours. */
class FeedPartTest {

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({
        "WINDOW, 2027-01-15T21:00:00Z, 2027-01-15T21:45:00Z",
        "POINT_OF_NO_RETURN, 2027-01-15T21:45:00Z, 2027-01-15T22:00:00Z",
        "SUPPORT, 2027-01-15T21:45:00Z, 2027-01-16T21:45:00Z",
    })
    void isPlanned(FeedPart part, Instant start, Instant end) {
        assertThat(part.of(new Planned().in(Phase.WAITING))).contains(new FeedPart.Times(start, end));
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({
        "WINDOW, 2027-01-15T21:00:00Z, 2027-01-15T21:45:00Z",
        "POINT_OF_NO_RETURN, 2027-01-15T21:55:00Z, 2027-01-15T22:10:00Z",
        "SUPPORT, 2027-01-15T21:40:00Z, 2027-01-16T21:40:00Z",
    })
    void followsWhatHappened(FeedPart part, Instant start, Instant end) {
        var planned = new Planned();
        planned.started = Instant.parse("2027-01-15T21:10:00Z");
        planned.pointOfNoReturn = Instant.parse("2027-01-15T21:55:00Z");
        planned.available = Instant.parse("2027-01-15T21:40:00Z");
        planned.supportUntil = Instant.parse("2027-01-16T21:40:00Z");

        assertThat(part.of(planned.in(Phase.SUPPORT))).contains(new FeedPart.Times(start, end));
    }

    @Test
    void whatTakesNoTimeIsNotThere() {
        var planned = new Planned();
        planned.rollbackMinutes = 0;
        planned.supportUntil = Instant.parse("2027-01-15T21:40:00Z");
        planned.available = Instant.parse("2027-01-15T21:40:00Z");

        assertThat(FeedPart.POINT_OF_NO_RETURN.of(planned.in(Phase.SUPPORT))).isEmpty();
        assertThat(FeedPart.SUPPORT.of(planned.in(Phase.SUPPORT))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1}: {2} and {3}, number {4}")
    @CsvSource({
        "REQUEST, , TENTATIVE, TENTATIVE, 1",
        "APPROVAL, , TENTATIVE, TENTATIVE, 1",
        "CONSENT, , TENTATIVE, TENTATIVE, 1",
        "WAITING, , CONFIRMED, CONFIRMED, 1",
        "ROLLOUT, , CONFIRMED, CONFIRMED, 1",
        "SUPPORT, DEPLOYED, CONFIRMED, CONFIRMED, 1",
        "CLOSURE, ROLLED_BACK, CONFIRMED, CANCELLED, 1",
        "ENDED, DEPLOYED, CONFIRMED, CONFIRMED, 1",
        "ENDED, ROLLED_BACK, CONFIRMED, CANCELLED, 1",
        "ENDED, DENIED, CANCELLED, CANCELLED, 2",
        "ENDED, DECLINED, CANCELLED, CANCELLED, 2",
        "ENDED, WITHDRAWN, CANCELLED, CANCELLED, 2",
        "CLOSURE, CANCELLED, CANCELLED, CANCELLED, 2",
        "ENDED, , CANCELLED, CANCELLED, 2",
    })
    void saysWhetherItHolds(
            Phase phase, Outcome outcome, FeedPart.Standing window, FeedPart.Standing support, int sequence) {
        var planned = new Planned();
        planned.outcome = outcome;

        assertThat(FeedPart.WINDOW.standing(planned.in(phase))).isEqualTo(window);
        assertThat(FeedPart.SUPPORT.standing(planned.in(phase))).isEqualTo(support);
        assertThat(FeedPart.WINDOW.sequence(planned.in(phase))).isEqualTo(sequence);
    }

    @Test
    void supportThatARollbackEndedWasThere() {
        var planned = new Planned();
        planned.outcome = Outcome.ROLLED_BACK;
        planned.supportUntil = Instant.parse("2027-01-16T21:40:00Z");

        PlannedWindow window = planned.in(Phase.CLOSURE);
        assertThat(FeedPart.SUPPORT.standing(window)).isEqualTo(FeedPart.Standing.CONFIRMED);
    }
}
