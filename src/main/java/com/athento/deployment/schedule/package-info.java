/** Clients' calendars, and what else is planned. */
package com.athento.deployment.schedule;
