/** The read model of all interventions, and the pages and endpoints that show it. */
package com.athento.deployment.overview;
