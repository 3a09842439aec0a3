/** The model's vocabulary, the engine's clock, how {@code bpmn/} is deployed, and what a refusal looks like. */
package com.athento.deployment.process;
