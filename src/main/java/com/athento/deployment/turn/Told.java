package com.athento.deployment.turn;

/** One task in a mail, and why it is there. */
record Told(Occasion occasion, Turn turn) {}
