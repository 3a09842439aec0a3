package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.CannotAcquireLockException;

/** Which failures say only that somebody else was at work. */
class LostRaceTest {

    @ParameterizedTest(name = "SQL state {0}: {1}")
    @CsvSource({
        "40001, true",
        "40P01, true",
        "HYT00, true",
        "90131, true",
        "55P03, true",
        "23505, false",
        "42000, false",
        "08006, false",
        ", false"
    })
    void theDatabaseSaysSoByItsState(String state, boolean lost) {
        var failure = new ProcessEngineException("wrapped", new SQLException("no", state));

        assertThat(LostRace.is(failure)).isEqualTo(lost);
    }

    @Test
    void theEngineSaysSoInMoreThanOneWay() {
        assertThat(LostRace.is(new OptimisticLockingException("updated meanwhile")))
                .isTrue();
        assertThat(LostRace.is(new NullValueException("Cannot resolve parent with id of execution: parent is null")))
                .isTrue();
        assertThat(LostRace.is(new CannotAcquireLockException("waited"))).isTrue();
    }

    /** As {@code ExecutionEntity} says it of a place whose surroundings were read when they were gone. */
    @Test
    void aPlaceWithoutItsSurroundingsIsHalfRead() {
        var intervention = new ExecutionEntity();
        intervention.setId("intervention");
        intervention.setProcessInstance(intervention);
        var place = new ExecutionEntity();
        place.setId("place");
        place.setParentId("gone");

        var failure = catchThrowable(() ->
                intervention.restoreProcessInstance(List.of(intervention, place), null, null, null, null, null, null));

        assertThat(failure).hasMessageContaining("perhaps it was deleted in the meantime");
        assertThat(LostRace.is(failure)).isTrue();
    }

    @Test
    void anExecutionWhoseInterventionIsNoLongerThereIsHalfRead() {
        var orphan = new ExecutionEntity();
        orphan.setParentId("gone");

        assertThat(LostRace.is(catchThrowable(orphan::getRootProcessInstanceId)))
                .isTrue();
        assertThat(LostRace.is(new NullPointerException("of ours"))).isFalse();
    }

    @Test
    void whatIsWrongWithTheRequestIsNone() {
        assertThat(LostRace.is(new NullValueException("Cannot find task with id 7: task is null")))
                .isFalse();
        assertThat(LostRace.is(new NullValueException((String) null))).isFalse();
        assertThat(LostRace.is(new ProcessEngineException("Cannot suspend what has ended")))
                .isFalse();
        assertThat(LostRace.is(Refused.because("refused.say-why"))).isFalse();
    }

    @Test
    void aChainThatLeadsBackToItselfEnds() {
        var one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));

        assertThat(LostRace.is(one)).isFalse();
    }
}
