/** When nothing may be deployed, and whom that hits. */
package com.athento.deployment.schedule.freezes;
