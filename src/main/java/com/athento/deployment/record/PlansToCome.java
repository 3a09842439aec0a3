package com.athento.deployment.record;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Interval;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The windows that stand and have not been started, and what was let pass for them. */
@Component
public class PlansToCome {

    private static final String PLANS =
            "select i.*, n.environment from intervention i left join instance n on n.code = i.instance_code";

    private static final String TO_COME = " i.actual_start is null and i.ended_at is null and i.outcome is null";

    private final JdbcClient database;

    PlansToCome(JdbcClient database) {
        this.database = database;
    }

    /** Those that begin in a span, the first one first. */
    public List<PlanToCome> in(Interval span, int most) {
        return database.sql(PLANS
                        + " where i.window_start >= :from and i.window_start < :until and" + TO_COME
                        + " order by i.window_start, i.intervention_key limit :most")
                .param("from", StoredTime.of(span.start()))
                .param("until", StoredTime.of(span.end()))
                .param("most", most)
                .query(new RecordRow<>(PlanToCome.class))
                .list();
    }

    /** Those of these interventions; whatever has begun, or is over, is none. */
    public List<PlanToCome> of(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : database.sql(PLANS + " where i.intervention_key in (:keys) and i.window_start is not null and"
                                + TO_COME)
                        .param("keys", keys)
                        .query(new RecordRow<>(PlanToCome.class))
                        .list();
    }

    /** When somebody asked for an exception from a freeze in the plan that holds; who has none is absent. */
    public Map<String, Instant> exceptedAt(Collection<String> keys) {
        var excepted = new HashMap<String, Instant>();
        if (!keys.isEmpty()) {
            database.sql("""
                            select r.intervention_key, r.exception_at, r.findings from intervention i
                            join revision r on r.intervention_key = i.intervention_key and r.number = i.revision
                            where i.intervention_key in (:keys) and r.exception_at is not null
                            and r.findings is not null""").param("keys", keys).query(row -> {
                if (isFrozen(Revision.findings(row.getString("findings")))) {
                    excepted.put(
                            row.getString("intervention_key"),
                            StoredTime.in(row, "exception_at").orElseThrow());
                }
            });
        }
        return excepted;
    }

    private static boolean isFrozen(List<Finding> findings) {
        return findings.stream().map(Finding::code).anyMatch(Finding.Code.FREEZE::equals);
    }
}
