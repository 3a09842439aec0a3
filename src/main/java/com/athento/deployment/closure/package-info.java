/** Step 8 of the procedure: the official end. */
package com.athento.deployment.closure;
