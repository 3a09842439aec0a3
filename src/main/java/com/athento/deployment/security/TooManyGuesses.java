package com.athento.deployment.security;

import com.athento.deployment.process.Refused;
import java.time.Duration;

/** A password that is not even checked, since too many wrong ones came before it. */
class TooManyGuesses extends Refused {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyGuesses(Duration wait) {
        super(Reason.TOO_OFTEN, "refused.password.too-many", seconds(wait));
        this.wait = wait;
    }

    /** Until the next attempt is listened to; whole seconds, at least one. */
    long seconds() {
        return seconds(wait);
    }

    private static long seconds(Duration wait) {
        return wait.toSeconds() + 1;
    }
}
