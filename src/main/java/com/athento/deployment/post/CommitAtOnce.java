package com.athento.deployment.post;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction of its own for what is known of something that leaves the house: it stays on record whatever becomes of
 * the job, since what has left cannot be taken back.
 */
@Component
public class CommitAtOnce {

    /** Rows are held for moments; whoever waits longer waits for itself. */
    private static final int PATIENCE_SECONDS = 20;

    private final TransactionTemplate transaction;

    CommitAtOnce(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setTimeout(PATIENCE_SECONDS);
    }

    /** What the work comes to; if it throws, nothing of it stays. */
    public <T> T of(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
