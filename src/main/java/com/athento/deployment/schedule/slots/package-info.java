/** When an intervention would be possible: what stands in its way, and the next starts for which nothing does. */
package com.athento.deployment.schedule.slots;
