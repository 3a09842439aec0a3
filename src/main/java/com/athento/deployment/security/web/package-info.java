/** The pages that belong to no step: login, the start, and the ways from a link to where it leads. */
package com.athento.deployment.security.web;
