/** Step 6 of the procedure: the QA battery, its verdict, and hotfixes. */
package com.athento.deployment.qa;
