package com.athento.deployment.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts what goes through a data source: each execution once, a batch as one. */
final class Statements implements QueryExecutionListener {

    /** The verb, and the first table that it names. */
    private static final Pattern KIND = Pattern.compile(
            "^\\s*(?:(select|delete)\\b.*?\\bfrom[\\s(]+|(insert)\\s+into\\s+|(update)\\s+)(\\w+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final LongAdder count = new LongAdder();
    private final Map<String, LongAdder> byKind = new ConcurrentHashMap<>();

    DataSource counting(DataSource source) {
        return ProxyDataSourceBuilder.create(source).listener(this).build();
    }

    long count() {
        return count.sum();
    }

    void forget() {
        count.reset();
        byKind.clear();
    }

    /** How many of each kind so far; a kind is a verb and a table. */
    Map<String, Long> byKind() {
        return byKind.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> kind.getValue().sum()));
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        count.increment();
        byKind.computeIfAbsent(kind(queries.get(0).getQuery()), unseen -> new LongAdder())
                .increment();
    }

    private static String kind(String sql) {
        var kind = KIND.matcher(sql);
        return kind.find()
                ? kind.group(0).strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT)
                        + " "
                        + kind.group(4).toLowerCase(Locale.ROOT)
                : sql;
    }
}
