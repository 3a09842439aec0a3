package com.athento.deployment.turn;

/**
 * A task as the mail about it tells it, in the reader's language.
 *
 * @param what the task's name
 * @param asked what whoever takes it has to do; null if the model does not say it
 * @param window when the intervention is to begin, by the client's clock; null while nobody knows
 * @param until when the task is due, by the vendor's clock; null if it is not
 * @param note what is special about it: that it is late, what the client proposes; null if nothing
 * @param with who has it, and why; null while nobody has it
 * @param open what the button is called
 * @param link opens the task, or the intervention for a reader who can only look
 */
record Turn(
        String key,
        String instance,
        String client,
        String what,
        String asked,
        String window,
        String until,
        String note,
        String with,
        String open,
        String link) {}
