package com.athento.deployment;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody else does between two statements. */
public final class Meanwhile {

    private Meanwhile() {}

    /**
     * A database in which somebody else comes in between.
     *
     * @param statement the one right before which that happens, from 1
     */
    public static JdbcClient in(JdbcClient database, int statement, Runnable theirs) {
        var number = new AtomicInteger();
        var between = mock(JdbcClient.class, delegatesTo(database));
        doAnswer(sql -> {
                    if (number.incrementAndGet() == statement) {
                        theirs.run();
                    }
                    return database.sql(sql.getArgument(0));
                })
                .when(between)
                .sql(anyString());
        return between;
    }
}
