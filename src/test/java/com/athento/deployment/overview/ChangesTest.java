package com.athento.deployment.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ChangesTest {

    private final OverviewTables tables = mock(OverviewTables.class);

    @BeforeEach
    void begin() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void end() {
        TransactionSynchronizationManager.clearSynchronization();
    }

    @Test
    void whatATransactionChangesIsWrittenOnceAndAtItsEnd() {
        Changes.ofThisTransaction(tables).row("p").set("phase", "APPROVAL");
        Changes.ofThisTransaction(tables).row("p").set("phase", "CONSENT");
        Changes.ofThisTransaction(tables).row("p").set("effective_risk", "LOW");
        verify(tables, never()).write(any(RowChange.class));

        commit();

        var row = Changes.ofThisTransaction(tables).row("p");
        assertThat(row.columns()).containsEntry("phase", "CONSENT").hasSize(2);
        verify(tables, times(1)).write(row);
        verify(tables, times(1)).write(List.of(), Map.of());
    }

    @Test
    void twoInterventionsOfOneTransactionKeepTheirOwn() {
        Changes.ofThisTransaction(tables).row("p").set("phase", "APPROVAL");
        Changes.ofThisTransaction(tables).row("q").set("phase", "ENDED");

        commit();

        verify(tables, times(2)).write(any(RowChange.class));
    }

    private static void commit() {
        TransactionSynchronizationManager.getSynchronizations()
                .forEach((TransactionSynchronization change) -> change.beforeCommit(false));
    }
}
