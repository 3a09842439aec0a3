/** What the client's people may see of its interventions, on a page and in feeds. */
package com.athento.deployment.statuspage;
