package com.athento.deployment.schedule.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ViewTest {

    @ParameterizedTest(name = "{0} with {1} is {2} to {3}; before {4}, after {5}")
    @CsvSource({
        // A month that begins on a Friday and ends on a Sunday
        "MONTH, 2027-01-15, 2026-12-28, 2027-02-01, 2026-12-01, 2027-02-01",
        "MONTH, 2027-01-01, 2026-12-28, 2027-02-01, 2026-12-01, 2027-02-01",
        "MONTH, 2027-01-31, 2026-12-28, 2027-02-01, 2026-12-01, 2027-02-01",
        // Four weeks exactly, and six
        "MONTH, 2027-02-10, 2027-02-01, 2027-03-01, 2027-01-01, 2027-03-01",
        "MONTH, 2027-05-31, 2027-04-26, 2027-06-07, 2027-04-01, 2027-06-01",
        // A leap day
        "MONTH, 2028-02-29, 2028-01-31, 2028-03-06, 2028-01-01, 2028-03-01",
        "WEEK, 2027-01-11, 2027-01-11, 2027-01-18, 2027-01-04, 2027-01-18",
        "WEEK, 2027-01-17, 2027-01-11, 2027-01-18, 2027-01-04, 2027-01-18",
        "WEEK, 2027-01-01, 2026-12-28, 2027-01-04, 2026-12-21, 2027-01-04",
        "LIST, 2027-01-13, 2027-01-11, 2027-02-08, 2026-12-14, 2027-02-08",
    })
    void showsWholeWeeks(
            View view, LocalDate day, LocalDate from, LocalDate until, LocalDate previous, LocalDate next) {
        assertThat(view.from(day)).isEqualTo(from);
        assertThat(view.until(day)).isEqualTo(until);
        assertThat(view.previous(day)).isEqualTo(previous);
        assertThat(view.next(day)).isEqualTo(next);
    }

    /** Whoever goes on and on misses no day. */
    @ParameterizedTest
    @EnumSource
    void leavesNoGap(View view) {
        var day = LocalDate.of(2026, 1, 1);
        for (int step = 0; step < 100; step++) {
            var next = view.next(day);

            assertThat(view.from(next)).isAfter(view.from(day)).isBeforeOrEqualTo(view.until(day));
            assertThat(view.from(view.previous(next))).isEqualTo(view.from(day));
            assertThat(view.from(day).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            day = next;
        }
    }
}
