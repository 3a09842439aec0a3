package com.athento.deployment.intervention;

/** How a task that nobody does reminds of itself. */
public enum Reminding {
    /** Once its team, some time after it is due, and after a second span the managers. */
    WHEN_OVERDUE,
    /** Also halfway to the moment when it is due. */
    HALFWAY,
    /** From the start and again and again, its team and soon the managers, until it is done. */
    UNTIL_DONE
}
