package com.athento.deployment.process;

import com.athento.deployment.intervention.Phase;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Hears of every passage of the model that carries the property {@code phase}. */
public interface PhaseListener {

    void enters(DelegateExecution intervention, Phase phase);
}
