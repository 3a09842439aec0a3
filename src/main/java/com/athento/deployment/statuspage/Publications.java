package com.athento.deployment.statuspage;

import com.athento.deployment.post.CommitAtOnce;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the client's own page calls the windows that stand there. Kept at once: what stands there stands there whatever
 * becomes of the job.
 */
@Component
class Publications {

    private final JdbcClient database;
    private final CommitAtOnce atOnce;

    Publications(JdbcClient database, CommitAtOnce atOnce) {
        this.database = database;
        this.atOnce = atOnce;
    }

    Optional<String> of(String key) {
        return database.sql("select page_id from status_publication where intervention_key = :key")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    void remember(String key, String id) {
        atOnce.of(() -> {
            delete(key);
            return database.sql("insert into status_publication (intervention_key, page_id) values (:key, :pageId)")
                    .param("key", key)
                    .param("pageId", id)
                    .update();
        });
    }

    void forget(String key) {
        atOnce.of(() -> delete(key));
    }

    private int delete(String key) {
        return database.sql("delete from status_publication where intervention_key = :key")
                .param("key", key)
                .update();
    }
}
