/** Which instance should be brought up to date next, and why. */
package com.athento.deployment.readiness;
