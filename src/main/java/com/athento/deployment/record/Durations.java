package com.athento.deployment.record;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.StoredTime;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long steps took, in whole minutes elapsed, the newest first; at most the last fifty. */
@Component
public class Durations {

    private static final String HOTFIXES = """
            select h.decided_at as began, h.applied_at as ended
            from hotfix h join intervention i on i.intervention_key = h.intervention_key
            where h.applied_at is not null and i.instance_code
            """;

    private static final String NEWEST = " order by h.id desc fetch first 50 rows only";

    private final JdbcClient database;

    Durations(JdbcClient database) {
        this.database = database;
    }

    /** From the decision for one until it was applied. */
    public List<Long> hotfixesOn(String instance) {
        return minutes(HOTFIXES + "= :of" + NEWEST, instance);
    }

    public List<Long> hotfixesOfLine(String line) {
        return minutes(HOTFIXES + "in (select code from instance where line = :of)" + NEWEST, line);
    }

    /** Of those that brought the previous version back, from the step that made them necessary. */
    public List<Long> rollbacksOf(String instance) {
        return minutes("""
                select (select max(b.happened_at) from timeline b where b.intervention_key = t.intervention_key
                        and b.id < t.id and b.kind = 'TASK') as began, t.happened_at as ended
                from timeline t join intervention i on i.intervention_key = t.intervention_key
                where i.instance_code = :of and t.kind = 'TASK' and t.decided = 'PREVIOUS'
                and t.element = '%s' order by t.id desc fetch first 50 rows only
                """.formatted(Elements.ROLL_BACK), instance);
    }

    private List<Long> minutes(String sql, String of) {
        return database.sql(sql)
                .param("of", of)
                .query((row, number) -> Duration.between(
                                StoredTime.in(row, "began").orElseThrow(),
                                StoredTime.in(row, "ended").orElseThrow())
                        .toMinutes())
                .list();
    }
}
