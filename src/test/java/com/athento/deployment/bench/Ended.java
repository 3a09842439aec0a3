package com.athento.deployment.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Multiplies an intervention that has ended, by bulk SQL: every row that it left behind, in our tables and in the
 * engine's history, is copied with ids and key of its own and an earlier window. Left out are the two longest tables of
 * the history, activities and variables, which no list reads.
 */
final class Ended {

    private static final Pattern ID = Pattern.compile("(.*:)?0[0-9A-Za-z]{21}");

    private final JdbcClient sql;

    Ended(JdbcClient sql) {
        this.sql = sql;
    }

    void multiply(String key, String processInstanceId, int times) {
        var tables = sql.sql("""
                                select table_name, column_name from information_schema.columns
                                where table_schema = 'public' and table_name not in ('instance_patch', 'act_hi_actinst', 'act_hi_varinst')
                                    and column_name in ('root_proc_inst_id_', 'intervention_key')
                                order by table_name""")
                .query((row, number) -> new Table(row.getString("table_name"), row.getString("column_name")))
                .list();
        for (var table : tables) {
            var of = table.owner.equals("intervention_key") ? key : processInstanceId;
            var columns = columns(table, of, key);
            if (!columns.isEmpty()) {
                sql.sql("insert into %s (%s) select %s from %1$s t, generate_series(1, %d) n where %s = ?"
                                .formatted(
                                        table.name,
                                        String.join(
                                                ", ",
                                                columns.stream()
                                                        .map(Column::name)
                                                        .toList()),
                                        String.join(
                                                ", ",
                                                columns.stream()
                                                        .map(Column::copy)
                                                        .toList()),
                                        times,
                                        table.owner))
                        .param(of)
                        .update();
            }
        }
        sql.sql("analyze").update();
    }

    /** What is to be written of a table's rows; nothing if the intervention has none there. */
    private List<Column> columns(Table table, String of, String key) {
        var rows = sql.sql("select * from %s where %s = ?".formatted(table.name, table.owner))
                .param(of)
                .query()
                .listOfRows();
        var columns = new ArrayList<Column>();
        for (var name : rows.isEmpty() ? List.<String>of() : rows.get(0).keySet()) {
            var values = rows.stream().map(row -> row.get(name)).toList();
            if (values.stream().allMatch(Long.class::isInstance) && name.equals("id")) {
                continue;
            }
            if (values.stream().anyMatch(value -> names(value, key))) {
                columns.add(new Column(name, "replace(%s, '-2027-', '-' || (n + 3000) || '-')".formatted(name)));
            } else if (values.stream().anyMatch(Ended::isId)
                    && !name.startsWith("proc_def")
                    && !name.startsWith("process_def")) {
                columns.add(new Column(name, "%s || '.' || n".formatted(name)));
            } else if (name.equals("window_start") || name.equals("window_day")) {
                columns.add(new Column(name, "%s - n * interval '1 hour'".formatted(name)));
            } else {
                columns.add(new Column(name, name));
            }
        }
        return columns;
    }

    /** The key itself, or a Message-ID that begins with it. */
    private static boolean names(Object value, String key) {
        return value instanceof String text && (text.equals(key) || text.startsWith("<" + key));
    }

    private static boolean isId(Object value) {
        return value instanceof String text && ID.matcher(text).matches();
    }

    private record Table(String name, String owner) {}

    private record Column(String name, String copy) {}
}
