/** The page of a client's interventions, and the same as JSON, Atom and iCalendar. */
package com.athento.deployment.statuspage.web;
