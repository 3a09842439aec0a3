package com.athento.deployment.post;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final TransactionTemplate none;
    private final JdbcClient statements;

    CommitAtOnce(PlatformTransactionManager transactions, DataSource database) {
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setTimeout(PATIENCE_SECONDS);
        this.none = new TransactionTemplate(transactions);
        none.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        var template = new JdbcTemplate(database);
        template.setQueryTimeout(PATIENCE_SECONDS);
        this.statements = JdbcClient.create(template);
    }

    /** What the work comes to; if it throws, nothing of it stays. */
    public <T> T of(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** The same for one statement, which commits by itself: the database is not asked once more for that. */
    public void update(Function<JdbcClient, JdbcClient.StatementSpec> statement) {
        none.executeWithoutResult(status -> statement.apply(statements).update());
    }
}
