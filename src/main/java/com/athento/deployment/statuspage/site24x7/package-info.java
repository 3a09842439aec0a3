/** Clients' own pages at Site24x7. */
package com.athento.deployment.statuspage.site24x7;
