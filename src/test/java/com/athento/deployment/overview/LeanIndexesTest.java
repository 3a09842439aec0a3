package com.athento.deployment.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much they were shows {@code LifecycleCostTest}, on PostgreSQL. */
@ApplicationTest
class LeanIndexesTest {

    @Autowired
    JdbcClient database;

    @Test
    void whatNobodyAsksByIsGone() {
        assertThat(indexes()).doesNotContainAnyElementsOf(LeanIndexes.UNREAD);
    }

    /** The picture of an intervention, and what is cleaned up when its time is over. */
    @Test
    void whatIsAskedByStays() {
        assertThat(indexes())
                .contains("ACT_IDX_HI_ACT_INST_PROCINST", "ACT_IDX_HI_ACT_INST_RM_TIME", "ACT_IDX_HI_ACTINST_ROOT_PI");
    }

    @Test
    void theNextStartFindsItDone() {
        new LeanIndexes(database).drop();

        assertThat(indexes()).hasSizeGreaterThan(5);
    }

    private List<String> indexes() {
        return database.sql("select index_name from information_schema.indexes where table_name = 'ACT_HI_ACTINST'")
                .query(String.class)
                .list();
    }
}
