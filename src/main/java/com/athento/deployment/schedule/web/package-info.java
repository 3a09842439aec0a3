/**
 * The planning as a page, as JSON and as a calendar to subscribe to; and when an intervention would be possible next.
 */
package com.athento.deployment.schedule.web;
