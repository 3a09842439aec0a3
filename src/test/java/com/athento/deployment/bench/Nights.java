package com.athento.deployment.bench;

import java.time.LocalDate;

/** The nights of many windows: as many in each as the systems team is given room for. */
final class Nights {

    private static final LocalDate FIRST = LocalDate.parse("2027-02-06");
    private static final int WINDOWS = 200;

    /** The setting that gives it, with room for one more. */
    static final String ROOM = "--deployment.capacity.at-once=" + (WINDOWS + 1);

    private Nights() {}

    static LocalDate of(int number) {
        return FIRST.plusDays(number / WINDOWS);
    }
}
