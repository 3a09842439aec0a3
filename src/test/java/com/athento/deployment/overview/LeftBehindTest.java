package com.athento.deployment.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.OneCommand;
import com.athento.deployment.process.PathsTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What it relies on: that the engine's tables that are cleaned up by time name the intervention of each row. */
class LeftBehindTest extends PathsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    @Test
    void nothingOfAnInterventionStaysForEver() {
        var intervention = lifecycle.requested();
        var task = intervention.task(Elements.APPROVE_PRODUCT).getId();
        tasks.createComment(task, intervention.id(), "looks fine");
        tasks.createAttachment(
                "text",
                task,
                intervention.id(),
                "plan",
                "of the day",
                new ByteArrayInputStream("first, save".getBytes(StandardCharsets.UTF_8)));

        intervention.changes("support", "CANCEL", "not needed").continues();

        assertThat(tables()).contains("ACT_HI_PROCINST", "ACT_HI_ACTINST", "ACT_HI_DECINST", "ACT_HI_COMMENT");
        assertThat(tables())
                .allSatisfy(table ->
                        assertThat(withoutEnd(table, intervention)).as(table).isZero());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ACT_HI_VARINST       | NAME_                             | 'zone'",
                "ACT_HI_DETAIL        | TYPE_, NAME_, TIME_               | 'VariableUpdate', 'zone', current_timestamp",
                "ACT_HI_INCIDENT      | INCIDENT_TYPE_, CREATE_TIME_      | 'failedJob', current_timestamp",
                "ACT_HI_EXT_TASK_LOG  | EXT_TASK_ID_, TIMESTAMP_          | 'none', current_timestamp",
                "ACT_HI_JOB_LOG       | JOB_ID_, TIMESTAMP_               | 'none', current_timestamp",
                "ACT_HI_IDENTITYLINK  | TIMESTAMP_                        | current_timestamp",
                "ACT_HI_COMMENT       | TIME_                             | current_timestamp",
                "ACT_HI_ATTACHMENT    | NAME_                             | 'plan'",
                "ACT_GE_BYTEARRAY     | NAME_                             | 'plan'",
                "ACT_RU_AUTHORIZATION | REV_, TYPE_, RESOURCE_TYPE_       | 1, 1, 20",
            })
    void aRowOfAnyTableGetsItsTimeThoughThereIsNoOther(String table, String columns, String values) {
        var intervention = lifecycle.requested();
        database.sql("insert into %s (ID_, ROOT_PROC_INST_ID_, %s) values ('left', :intervention, %s)"
                        .formatted(table, columns, values))
                .param("intervention", intervention.id())
                .update();
        try {
            assertThat(withoutEnd(table, intervention)).isPositive();

            intervention.changes("support", "CANCEL", "not needed").continues();

            assertThat(withoutEnd(table, intervention)).isZero();
        } finally {
            database.sql("delete from %s where ID_ = 'left'".formatted(table)).update();
        }
    }

    @Test
    void whatThereIsNothingOfIsNotNamed() {
        assertThat(of(lifecycle.requested()))
                .containsExactlyInAnyOrder(
                        HistoricActivityInstanceEventEntity.class.getName(),
                        HistoricTaskInstanceEventEntity.class.getName(),
                        UserOperationLogEntryEventEntity.class.getName());
    }

    @Test
    void whatTheSameCommandLeavesIsNamedToo() {
        var intervention = lifecycle.requested();
        var task = intervention.task(Elements.APPROVE_PRODUCT).getId();

        var left = OneCommand.of(engine, commands -> {
            tasks.createComment(task, intervention.id(), "too late");
            return new LeftBehind(database).by(intervention.id(), commands.getDbEntityManager());
        });

        assertThat(left).contains(CommentEntity.class.getName());
    }

    private Set<String> of(Intervention intervention) {
        return OneCommand.of(
                engine, commands -> new LeftBehind(database).by(intervention.id(), commands.getDbEntityManager()));
    }

    /** All that the engine cleans up so. */
    private List<String> tables() {
        var tables = new ArrayList<String>();
        database.sql("""
                        select c.table_name from information_schema.columns c
                        where upper(c.column_name) = 'REMOVAL_TIME_' and exists (
                            select 1 from information_schema.columns r
                            where r.table_name = c.table_name and upper(r.column_name) = 'ROOT_PROC_INST_ID_')""").query(row -> {
            tables.add(row.getString(1).toUpperCase(Locale.ROOT));
        });
        return tables;
    }

    private long withoutEnd(String table, Intervention intervention) {
        return database.sql("select count(*) from %s where ROOT_PROC_INST_ID_ = :id and REMOVAL_TIME_ is null"
                        .formatted(table))
                .param("id", intervention.id())
                .query(Long.class)
                .single();
    }
}
