/** How {@code bpmn/} reaches the engine: checked, in turn, and never older than what is there. */
package com.athento.deployment.process.models;
