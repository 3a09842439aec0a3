package com.athento.deployment.turn;

/**
 * A task as the mail about it tells it, in the reader's language.
 *
 * @param what the task's name
 * @param asked what whoever takes it has to do; null if the model does not say it
 * @param window when the intervention is to begin, by the client's clock; null while nobody knows
 * @param until when the task is due, by the vendor's clock; null if it is not
 * @param with to whom it went on, since the step before was theirs; null while nobody has it
 * @param link opens the task
 */
record Turn(
        String key,
        String instance,
        String client,
        String what,
        String asked,
        String window,
        String until,
        String with,
        String link) {}
