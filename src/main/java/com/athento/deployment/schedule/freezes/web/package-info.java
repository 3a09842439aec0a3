/** The freezes as a page and as JSON. */
package com.athento.deployment.schedule.freezes.web;
