/** Which windows there are in a span of time, what may come in their way, and when one is free. */
package com.athento.deployment.schedule.planning;
