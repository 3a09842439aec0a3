package com.athento.deployment.schedule.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** In which form the planning is shown, and which days that takes; weeks begin on Monday. */
public enum View {
    /** The weeks that a month touches. */
    MONTH {
        @Override
        public LocalDate from(LocalDate day) {
            return monday(day.withDayOfMonth(1));
        }

        @Override
        public LocalDate until(LocalDate day) {
            return monday(day.with(TemporalAdjusters.lastDayOfMonth())).plusWeeks(1);
        }

        @Override
        public LocalDate next(LocalDate day) {
            return day.withDayOfMonth(1).plusMonths(1);
        }

        @Override
        public LocalDate previous(LocalDate day) {
            return day.withDayOfMonth(1).minusMonths(1);
        }
    },
    WEEK {
        @Override
        public LocalDate until(LocalDate day) {
            return from(day).plusWeeks(1);
        }
    },
    /** Four weeks. */
    LIST {
        @Override
        public LocalDate until(LocalDate day) {
            return from(day).plusWeeks(4);
        }
    };

    /** The first day that is shown with this one. */
    public LocalDate from(LocalDate day) {
        return monday(day);
    }

    /** The day after the last one that is shown with this one. */
    public abstract LocalDate until(LocalDate day);

    /** A day of what follows. */
    public LocalDate next(LocalDate day) {
        return until(day);
    }

    /** A day of what went before. */
    public LocalDate previous(LocalDate day) {
        return from(day).minusDays(until(day).toEpochDay() - from(day).toEpochDay());
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
