/** The model's vocabulary, the engine's clock and guard, and how {@code bpmn/} is deployed. */
package com.athento.deployment.process;
