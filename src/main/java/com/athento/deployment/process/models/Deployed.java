package com.athento.deployment.process.models;

/**
 * A state of the models that was put on top.
 *
 * @param number in the order of time
 * @param digest of their names and contents
 * @param build the latest build that brought it
 * @param deployment the engine's id
 */
record Deployed(long number, String digest, Build build, String deployment) {}
