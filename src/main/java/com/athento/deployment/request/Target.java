package com.athento.deployment.request;

import com.athento.deployment.schedule.calendars.ClientCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * By when the update policy wants the start (procedure, section 9); the words that its table may use. What is planned
 * for the end of the day or the week starts after the client's hours, so it has until the day or the week is over.
 */
enum Target {
    THIRTY_MINUTES {
        @Override
        Instant after(Instant reported, ClientCalendar calendar) {
            return reported.plus(Duration.ofMinutes(30));
        }
    },
    TWO_HOURS {
        @Override
        Instant after(Instant reported, ClientCalendar calendar) {
            return reported.plus(Duration.ofHours(2));
        }
    },
    END_OF_DAY {
        @Override
        Instant after(Instant reported, ClientCalendar calendar) {
            return calendar.endOfDay(reported);
        }
    },
    END_OF_WEEK {
        @Override
        Instant after(Instant reported, ClientCalendar calendar) {
            var isInReach = calendar.endOfWork(reported)
                    .map(end -> Duration.between(reported, end))
                    .filter(left -> left.compareTo(TOO_NEAR) >= 0)
                    .isPresent();
            return calendar.endOfWeek(
                    isInReach
                            ? reported
                            : reported.atZone(calendar.zone()).plusWeeks(1).toInstant());
        }
    },
    NEXT_UPDATE,
    NONE;

    /** Where the week's work ends sooner than this, or there is none, its end is out of reach; the next one counts. */
    private static final Duration TOO_NEAR = Duration.of(48, ChronoUnit.HOURS);

    /**
     * The moment that the start must come before.
     *
     * @param reported when the incident was reported; a routine change has neither this nor a target
     */
    Optional<Instant> moment(Optional<Instant> reported, ClientCalendar calendar) {
        return reported.map(instant -> after(instant, calendar));
    }

    /** Null where the word names no moment. */
    Instant after(Instant reported, ClientCalendar calendar) {
        return null;
    }
}
