package com.athento.deployment.process;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * A failure that says nothing about what was asked, only that somebody else was at work on the same rows: nothing was
 * stored, and the same may well succeed a moment later.
 */
public final class LostRace {

    /** Deadlock and serialisation failure: the database chose one of two (SQL standard). */
    private static final String ROLLED_BACK = "40";

    /** Whoever waited too long for a row: H2's lock timeout and concurrent update, PostgreSQL's. */
    private static final Set<String> WAITED_IN_VAIN = Set.of("HYT00", "90131", "55P03");

    /** The engine reads the parts of an intervention one after the other, while they change. */
    private static final String HALF_READ = "Cannot resolve parent with id";

    private LostRace() {}

    public static boolean is(Throwable failure) {
        return Causes.of(failure).anyMatch(LostRace::isOne);
    }

    private static boolean isOne(Throwable failure) {
        return failure instanceof OptimisticLockingException
                || failure instanceof ConcurrencyFailureException
                || (failure instanceof SQLException database && isOne(database.getSQLState()))
                || (failure instanceof ProcessEngineException orphan
                        && orphan.getMessage() != null
                        && orphan.getMessage().contains(HALF_READ))
                || (failure instanceof NullPointerException && isOfAnExecution(failure.getStackTrace()));
    }

    /** One that the engine found by its id has lost, by the next look, the one in which it runs. */
    private static boolean isOfAnExecution(StackTraceElement... way) {
        return way.length > 0 && way[0].getClassName().equals(ExecutionEntity.class.getName());
    }

    private static boolean isOne(String sqlState) {
        return sqlState != null && (sqlState.startsWith(ROLLED_BACK) || WAITED_IN_VAIN.contains(sqlState));
    }
}
