/** The forms of the model, as each reader gets them. */
package com.athento.deployment.process.forms;
