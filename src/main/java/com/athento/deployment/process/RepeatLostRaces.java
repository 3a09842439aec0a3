package com.athento.deployment.process;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does again what lost a race: a person does not have to know that a timer, a mail or a colleague was at work on the
 * same intervention in that instant. Whoever comes second finds in the repetition what the first has made of it, and
 * only then hears that it is too late, if it is. Only a whole transaction is repeated, so that nothing of the lost one
 * remains.
 */
@Component
public class RepeatLostRaces {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatLostRaces.class);

    private static final int ATTEMPTS = 8;

    /** Before the second attempt; it doubles with each one. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Nobody waits longer for an answer that may be "try again". */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /**
     * @param work one transaction; inside another one it is done once, and whoever opened that one repeats
     * @throws RuntimeException of the last attempt, if all of them lost
     */
    public <T> T of(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        var patience = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (!(LostRace.is(failure) || failure instanceof DuplicateKeyException)
                        || attempt == ATTEMPTS
                        || System.nanoTime() > patience
                        || !pauses(PAUSE.multipliedBy(1L << (attempt - 1)))) {
                    throw failure;
                }
                LOG.debug("Attempt {} lost a race and is repeated", attempt, failure);
            }
        }
    }

    /** Not equally long for both of two that disturb each other; false if the node is stopping. */
    private static boolean pauses(Duration longest) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest.toMillis() / 2, longest.toMillis() + 1));
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
