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
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.junit.jupiter.api.Test;
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
        remarked(intervention);
        rows().forEach(table -> assertThat(withoutEnd(table, intervention))
                .as("%s has a row before", table)
                .isPositive());

        intervention.changes("support", "CANCEL", "not needed").continues();

        assertThat(tables()).contains("ACT_HI_PROCINST", "ACT_HI_ACTINST", "ACT_HI_DECINST", "ACT_HI_COMMENT");
        assertThat(tables())
                .allSatisfy(table ->
                        assertThat(withoutEnd(table, intervention)).as(table).isZero());
    }

    @Test
    void whatThereIsIsNamed() {
        var intervention = lifecycle.requested();
        var before = of(intervention);

        remarked(intervention);

        assertThat(before).doesNotContain(CommentEntity.class.getName(), HistoricIncidentEventEntity.class.getName());
        assertThat(of(intervention))
                .containsAll(before)
                .contains(
                        CommentEntity.class.getName(),
                        AttachmentEntity.class.getName(),
                        ByteArrayEntity.class.getName());
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

    private void remarked(Intervention intervention) {
        var task = intervention.task(Elements.APPROVE_PRODUCT).getId();
        tasks.createComment(task, intervention.id(), "looks fine");
        tasks.createAttachment(
                "text",
                task,
                intervention.id(),
                "plan",
                "of the day",
                new ByteArrayInputStream("first, save".getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> rows() {
        return List.of("ACT_HI_COMMENT", "ACT_HI_ATTACHMENT", "ACT_GE_BYTEARRAY");
    }

    /** All that the engine cleans up so, whatever a later version adds. */
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
