package com.athento.deployment.record;

import com.athento.deployment.process.RecordRow;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The next intervention of every instance. */
@Component
public class NextInterventions {

    private final JdbcClient database;

    NextInterventions(JdbcClient database) {
        this.database = database;
    }

    /** Of each instance the one whose window comes first, by its code; what is being closed has been. */
    public Map<String, NextIntervention> byInstance() {
        var next = new HashMap<String, NextIntervention>();
        database.sql("""
                        select instance_code, intervention_key, window_start, zone from intervention
                        where phase in ('REQUEST', 'APPROVAL', 'CONSENT', 'WAITING', 'ROLLOUT')
                        and outcome is null and window_start is not null
                        order by window_start, intervention_key""")
                .query(new RecordRow<>(NextIntervention.class))
                .list()
                .forEach(one -> next.putIfAbsent(one.instanceCode(), one));
        return next;
    }
}
