/** What our settings are called, and what is refused before anything of the application is built. */
package com.athento.deployment.settings;
