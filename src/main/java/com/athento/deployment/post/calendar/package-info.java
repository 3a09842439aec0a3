/** How what goes into somebody's calendar is written, in a mail as in a feed. */
package com.athento.deployment.post.calendar;
