package com.athento.deployment.overview;

import com.athento.deployment.process.EngineParts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDetailEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricExternalTaskLogEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of the engine's history an intervention has any of, by one question in place of a write to each table. It is
 * asked when the intervention ends; what the same command adds to one of them after that, such as the log of the job
 * that ended it, {@link LeanHistory} leaves out.
 */
class LeftBehind {

    private static final List<Class<? extends DbEntity>> ALWAYS = List.of(
            HistoricActivityInstanceEventEntity.class,
            HistoricTaskInstanceEventEntity.class,
            UserOperationLogEntryEventEntity.class);

    private static final Map<Class<? extends DbEntity>, String> NOW_AND_THEN = Map.of(
            HistoricVariableInstanceEntity.class, "ACT_HI_VARINST",
            HistoricDetailEventEntity.class, "ACT_HI_DETAIL",
            HistoricIncidentEventEntity.class, "ACT_HI_INCIDENT",
            HistoricExternalTaskLogEntity.class, "ACT_HI_EXT_TASK_LOG",
            HistoricJobLogEventEntity.class, "ACT_HI_JOB_LOG",
            HistoricIdentityLinkLogEventEntity.class, "ACT_HI_IDENTITYLINK",
            CommentEntity.class, "ACT_HI_COMMENT",
            AttachmentEntity.class, "ACT_HI_ATTACHMENT",
            ByteArrayEntity.class, "ACT_GE_BYTEARRAY",
            AuthorizationEntity.class, "ACT_RU_AUTHORIZATION");

    private static final String ANY = NOW_AND_THEN.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(kept -> "select '%s' where exists (select 1 from %s where ROOT_PROC_INST_ID_ = :intervention)"
                    .formatted(kept.getKey().getName(), kept.getValue()))
            .collect(Collectors.joining(" union all "));

    private final JdbcClient database;

    LeftBehind(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param inHand what this command makes of it is in no table yet
     * @return the names of the engine's classes for it
     */
    Set<String> by(String intervention, DbEntityManager inHand) {
        var left = new HashSet<>(database.sql(ANY)
                .param("intervention", intervention)
                .query(String.class)
                .list());
        ALWAYS.forEach(kind -> left.add(kind.getName()));
        NOW_AND_THEN.keySet().stream()
                .filter(kind ->
                        inHand.getCachedEntitiesByType(kind).stream().anyMatch(one -> EngineParts.isNew(one, inHand)))
                .forEach(kind -> left.add(kind.getName()));
        return left;
    }
}
