/** Tells the vendor's people by mail that a task waits for them. */
package com.athento.deployment.turn;
