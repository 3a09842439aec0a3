/** In which language each request is answered, and the switch between them in every head. */
package com.athento.deployment.security.language;
