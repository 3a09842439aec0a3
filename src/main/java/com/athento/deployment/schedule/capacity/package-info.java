/** How many interventions the systems team can have at once, and which ones have it when. */
package com.athento.deployment.schedule.capacity;
