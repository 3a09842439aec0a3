/** The planning as a page, as JSON and as a calendar to subscribe to. */
package com.athento.deployment.schedule.web;
