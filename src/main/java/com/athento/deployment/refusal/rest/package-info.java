/** What the engine's REST API, and the one under the web applications, says when it refuses. */
package com.athento.deployment.refusal.rest;
