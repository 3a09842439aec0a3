/** When a client works, and when it lets us work: plain rules, without Spring. */
package com.athento.deployment.schedule.calendars;
