package com.athento.deployment.intervention;

/** How a task that nobody does reminds of itself. */
public enum Reminding {
    /** Once its team, some time after it is due, and after a second span the managers. */
    WHEN_OVERDUE,
    /** Also halfway to the moment when it is due. */
    HALFWAY,
    /** Halfway and when it is overdue its team; a mail of the model tells the managers. */
    ITS_TEAM,
    /** From the start and again and again, its team and soon the managers, until it is done. */
    UNTIL_DONE;

    /** Whether the managers learn in the same way that it is not done. */
    public boolean reachesManagers() {
        return this != ITS_TEAM;
    }
}
