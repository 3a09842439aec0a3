/** Permits for pipelines: whether they may deploy now, and until when. */
package com.athento.deployment.rollout.permits;
