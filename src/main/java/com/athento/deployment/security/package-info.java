/** Login, groups, authorizations. */
package com.athento.deployment.security;
