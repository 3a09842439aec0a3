/** Tells the vendor's people by mail that a task waits for them, and that a freeze hits what they planned. */
package com.athento.deployment.turn;
