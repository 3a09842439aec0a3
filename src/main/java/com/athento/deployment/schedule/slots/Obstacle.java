package com.athento.deployment.schedule.slots;

/**
 * The first rule that a start does not keep.
 *
 * @param rule which
 * @param name of the freeze; empty for the others
 */
record Obstacle(Rule rule, String name) {

    Obstacle(Rule rule) {
        this(rule, "");
    }

    /** In the order in which they are asked: a start that only the last one minds was the nearest to a slot. */
    enum Rule {
        LEAD_TIME,
        WORKING_HOURS,
        MAINTENANCE_WINDOW,
        FREEZE,
        CAPACITY
    }
}
