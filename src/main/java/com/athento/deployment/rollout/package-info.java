/** Step 5 of the procedure: start, deploy, roll back, and the hour. */
package com.athento.deployment.rollout;
