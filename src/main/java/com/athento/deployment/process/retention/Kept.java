package com.athento.deployment.process.retention;

import com.athento.deployment.process.StoredTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something in a room's table that is kept for a time only. To remove it twice changes nothing.
 *
 * @param name letters and dashes
 * @param span for how long; exactly so long is not over
 * @param over finds the ids of rows whose time ended before {@code :before} and that still have it: in order, after
 *     {@code :after}, at most {@code :rows}
 * @param removal removes it from the rows {@code :ids}
 */
public record Kept(String name, Duration span, String over, String removal) {

    /**
     * Removes it from the next rows.
     *
     * @param after the last row that was seen to before, or 0
     * @return the ids of these rows; as many as asked for if there may be more
     */
    List<Long> removeNext(JdbcClient database, Instant now, long after, int rows) {
        var ids = database.sql(over)
                .param("before", StoredTime.of(now.minus(span)))
                .param("after", after)
                .param("rows", rows)
                .query(Long.class)
                .list();
        if (!ids.isEmpty()) {
            database.sql(removal).param("ids", ids).update();
        }
        return ids;
    }
}
