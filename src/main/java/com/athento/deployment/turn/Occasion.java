package com.athento.deployment.turn;

/** Why somebody is told of a task; of several for one task in one mail, the last one counts. */
enum Occasion {
    /** It waits for them. */
    APPEARED,
    /** Half of its time is over. */
    HALFWAY,
    /** Its time is over. */
    OVERDUE,
    /** The managers: its team was told that it is overdue, and still nobody did it. */
    ESCALATED,
    /** It has to be done now, and is not. */
    AGAIN;

    /** Whether its time matters, rather than whether anybody has it. */
    boolean isLate() {
        return this != APPEARED;
    }

    /** Whether the managers are told of it, too, who cannot take it. */
    boolean reachesManagers() {
        return this == ESCALATED || this == AGAIN;
    }
}
