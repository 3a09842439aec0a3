package com.athento.deployment.process;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the overview keeps of the variables of an intervention, which the engine forgets with its end. */
public final class KeptValues {

    private KeptValues() {}

    /** Of a variable whose column has its name; a moment as the engine has it. */
    public static Object of(JdbcClient database, String processInstanceId, String variable) {
        var column = variable.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        var value = database.sql("select %s from intervention where process_instance_id = :id".formatted(column))
                .param("id", processInstanceId)
                .query()
                .singleValue();
        return value instanceof OffsetDateTime moment ? Date.from(moment.toInstant()) : value;
    }
}
