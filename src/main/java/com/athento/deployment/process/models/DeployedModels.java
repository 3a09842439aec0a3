package com.athento.deployment.process.models;

import com.athento.deployment.process.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the models that were put on top. */
@Component
class DeployedModels {

    private final JdbcClient database;
    private final Clock clock;

    DeployedModels(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In the order of time. */
    List<Deployed> all() {
        return database.sql("select * from deployed_models order by number")
                .query(DeployedModels::read)
                .list();
    }

    Optional<Deployed> newest() {
        return database.sql("select * from deployed_models where number = (select max(number) from deployed_models)")
                .query(DeployedModels::read)
                .optional();
    }

    private static Deployed read(ResultSet row, int number) throws SQLException {
        return new Deployed(
                row.getLong("number"),
                row.getString("digest"),
                new Build(
                        row.getString("build_version"),
                        StoredTime.in(row, "built_at").orElseThrow()),
                row.getString("deployment_id"));
    }

    void add(String digest, Build build, String deployment) {
        database.sql("""
                        insert into deployed_models (digest, build_version, built_at, deployment_id, deployed_at)
                        values (:digest, :buildVersion, :builtAt, :deploymentId, :deployedAt)""")
                .param("digest", digest)
                .param("buildVersion", build.version())
                .param("builtAt", StoredTime.of(build.time()))
                .param("deploymentId", deployment)
                .param("deployedAt", StoredTime.of(clock.instant()))
                .update();
    }

    /** The same models, in another deployment or from a later build. */
    void change(long number, Build build, String deployment) {
        database.sql("""
                        update deployed_models set build_version = :buildVersion, built_at = :builtAt,
                            deployment_id = :deploymentId
                        where number = :number""")
                .param("buildVersion", build.version())
                .param("builtAt", StoredTime.of(build.time()))
                .param("deploymentId", deployment)
                .param("number", number)
                .update();
    }
}
