package com.athento.deployment.record;

import com.athento.deployment.intervention.Phase;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What else is under way, as the overview knows it. */
@Component
public class OtherInterventions {

    private final JdbcClient database;

    OtherInterventions(JdbcClient database) {
        this.database = database;
    }

    /** Those of an instance that are neither being closed nor ended, without the given one. */
    public List<OtherIntervention> on(String instance, String key) {
        return database.sql("""
                        select intervention_key, phase from intervention
                        where instance_code = :instance and intervention_key <> :key and phase not in (:over)""")
                .param("instance", instance)
                .param("key", key)
                .param("over", List.of(Phase.CLOSURE.name(), Phase.ENDED.name()))
                .query((row, number) ->
                        new OtherIntervention(row.getString("intervention_key"), Phase.valueOf(row.getString("phase"))))
                .list();
    }
}
