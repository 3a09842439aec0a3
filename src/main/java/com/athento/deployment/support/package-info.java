/** Step 7 of the procedure: users are accompanied, incidents resolved. */
package com.athento.deployment.support;
