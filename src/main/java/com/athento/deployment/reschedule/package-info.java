/** Changing the plan of a running intervention. */
package com.athento.deployment.reschedule;
