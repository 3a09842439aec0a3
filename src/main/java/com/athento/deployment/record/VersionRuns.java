package com.athento.deployment.record;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.register.Instance;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a version ran, and how that ended. */
@Component
public class VersionRuns {

    private final JdbcClient database;

    VersionRuns(JdbcClient database) {
        this.database = database;
    }

    /**
     * The instances on which a version was deployed with success, and kept: it runs there still, or made way for a
     * later one. Where its intervention went back, or the register says now that something earlier runs, it was not;
     * unless it came there once more, and stayed. What the register states counts like what an intervention has
     * brought.
     *
     * @param line a version of the other line is another version
     * @param otherThan an instance that does not count, itself to be upgraded
     * @param atMost so many at most, by code
     */
    public List<String> keptOn(Instance.Line line, Version version, String otherThan, int atMost) {
        return database.sql("""
                        select distinct instance_code from version_run
                        where line = :line and same_as = :sameAs and instance_code <> :otherThan
                            and (ending is null or ending = 'REPLACED')
                        order by instance_code fetch first :atMost rows only""")
                .param("line", line.name())
                .param("sameAs", version.plain())
                .param("otherThan", otherThan)
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }
}
