/** Step 2 of the procedure: product and project analyse and approve. */
package com.athento.deployment.approval;
