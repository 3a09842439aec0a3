package com.athento.deployment.process;

import com.athento.deployment.intervention.PublicState;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Hears of every passage of the model that carries the property {@code public-state}. */
public interface PublicStateListener {

    void becomes(DelegateExecution intervention, PublicState state);
}
