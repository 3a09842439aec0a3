/** Step 3 of the procedure: the client's yes. */
package com.athento.deployment.consent;
