package com.athento.deployment.overview;

/**
 * What somebody decided with a task.
 *
 * @param word a code of the model, such as APPROVE; null where there was nothing to choose
 * @param note what they wrote to it; null if nothing
 */
record Decision(String word, String note) {

    static final Decision NONE = new Decision(null, null);
}
