package com.athento.deployment.overview;

import java.util.Set;

/**
 * Where an intervention stands on its diagram, by ids of elements.
 *
 * @param active those that hold a token
 * @param passed those that were passed
 * @param failed those whose job failed
 */
public record Progress(Set<String> active, Set<String> passed, Set<String> failed) {}
