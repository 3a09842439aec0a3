/** Logins that outlive a node and hold at every other one: what a session keeps, and how seldom. */
package com.athento.deployment.security.session;
