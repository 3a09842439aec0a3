package com.athento.deployment.overview;

/**
 * A task that was taken away before anybody completed it: links to it are still about.
 *
 * @param label what the model called it then
 */
record TaskLeft(String processInstanceId, String id, String label) {}
