/** The passports as pages and as JSON. */
package com.athento.deployment.versions.web;
