/** Step 4 of the procedure: end users are told. */
package com.athento.deployment.notice;
