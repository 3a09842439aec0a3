package com.athento.deployment.record;

import com.athento.deployment.intervention.FixAnswer;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.RecordRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said of fixes before, wherever that was: it need not be found out again for the same version. */
@Component
public class FixesAnswered {

    private final JdbcClient database;

    FixesAnswered(JdbcClient database) {
        this.database = database;
    }

    private record Answered(String reference, FixAnswer answer, Version targetVersion) {}

    /**
     * The latest answers about a version, by reference.
     *
     * @param line of the product, as the register calls it
     */
    public Map<String, FixAnswer> about(Version target, String line, Collection<String> references) {
        var latest = new HashMap<String, FixAnswer>();
        if (references.isEmpty()) {
            return latest;
        }
        database
                .sql("""
                        select f.reference, f.answer, r.target_version from revision_fix f
                        join revision r on r.intervention_key = f.intervention_key and r.number = f.revision
                        join intervention i on i.intervention_key = f.intervention_key
                        join instance n on n.code = i.instance_code
                        where f.reference in (:references) and n.line = :line and r.target_version is not null
                        order by r.submitted_at, r.number""")
                .param("references", references)
                .param("line", line)
                .query(new RecordRow<>(Answered.class))
                .list()
                .stream()
                .filter(answered -> answered.targetVersion().sameAs(target))
                .forEach(answered -> latest.put(answered.reference(), answered.answer()));
        return latest;
    }
}
