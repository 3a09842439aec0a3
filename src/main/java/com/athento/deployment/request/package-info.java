/** Step 2 of the procedure: the request, its rules and its revisions. */
package com.athento.deployment.request;
