package com.athento.deployment.ladder;

import java.util.List;

/**
 * What is on record of how long something took.
 *
 * @param minutes of each time; none if it never happened
 */
record Measured(List<Long> minutes) {

    Measured {
        minutes = minutes.stream().sorted().toList();
    }

    boolean never() {
        return minutes.isEmpty();
    }

    int times() {
        return minutes.size();
    }

    /** Half of the times it took no longer. */
    long median() {
        return within(50);
    }

    /** Nine times of ten it took no longer. */
    long ninety() {
        return within(90);
    }

    /** The least that so many in a hundred did not exceed (nearest rank). */
    private long within(int share) {
        return minutes.get((minutes.size() * share + 99) / 100 - 1);
    }
}
