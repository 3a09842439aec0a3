/** The register for machines: read by every account, written by admins. */
package com.athento.deployment.register.web;
