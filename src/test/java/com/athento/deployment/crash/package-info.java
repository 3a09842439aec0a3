/** Nodes that are killed, mail servers and databases that go away: nothing is lost or repeated. */
package com.athento.deployment.crash;
