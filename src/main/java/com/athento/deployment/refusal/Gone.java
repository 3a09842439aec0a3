package com.athento.deployment.refusal;

import com.athento.deployment.intervention.Sentence;
import java.util.Optional;

/**
 * A task that nobody can answer any more.
 *
 * @param key the intervention it belonged to
 * @param sentence what became of it, and what holds now
 */
public record Gone(Optional<String> key, Sentence sentence) {}
