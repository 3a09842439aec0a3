package com.athento.deployment.intervention;

/** How it stands with the hour. What is said of it is true at once, not only when it is over. */
public enum HourState {
    /** Users cannot work, and were told to reckon with that. */
    RUNNING,
    /** Users cannot work for longer than was asked for. */
    OVERRUN,
    /** Users cannot work, or could not, for longer than the procedure allows. */
    BROKEN,
    /** Users can work again, and in time. */
    KEPT
}
