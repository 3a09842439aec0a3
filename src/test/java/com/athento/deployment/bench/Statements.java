package com.athento.deployment.bench;

import java.sql.Connection;
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
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts what goes through a data source. */
final class Statements implements QueryExecutionListener, MethodExecutionListener {

    /**
     * @param roundTrips executions, a batch as one
     * @param statements the same, each element of a batch
     * @param commits of connections; what commits by itself is none
     */
    record Count(long roundTrips, long statements, long commits) {

        Count minus(Count before) {
            return new Count(roundTrips - before.roundTrips, statements - before.statements, commits - before.commits);
        }

        Count plus(Count more) {
            return new Count(roundTrips + more.roundTrips, statements + more.statements, commits + more.commits);
        }
    }

    /** The verb, and the first table that it names. */
    private static final Pattern KIND = Pattern.compile(
            "^\\s*(?:(select|delete)\\b.*?\\bfrom[\\s(]+|(insert)\\s+into\\s+|(update)\\s+)(\\w+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final LongAdder roundTrips = new LongAdder();
    private final LongAdder statements = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private volatile boolean pauses;
    private final Map<String, LongAdder> byKind = new ConcurrentHashMap<>();

    DataSource counting(DataSource source) {
        return ProxyDataSourceBuilder.create(source)
                .listener(this)
                .methodListener(this)
                .build();
    }

    Count count() {
        return new Count(roundTrips.sum(), statements.sum(), commits.sum());
    }

    /** What this asks is not counted. */
    void without(Runnable asked) {
        pauses = true;
        asked.run();
        pauses = false;
    }

    void forget() {
        byKind.clear();
    }

    /** How many executions of each kind so far; a kind is a verb and a table. */
    Map<String, Long> byKind() {
        return byKind.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> kind.getValue().sum()));
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (pauses) {
            return;
        }
        roundTrips.increment();
        statements.add(execution.isBatch() ? execution.getBatchSize() : 1);
        byKind.computeIfAbsent(kind(queries.get(0).getQuery()), unseen -> new LongAdder())
                .increment();
    }

    @Override
    public void beforeMethod(MethodExecutionContext method) {}

    @Override
    public void afterMethod(MethodExecutionContext method) {
        if (!pauses
                && method.getTarget() instanceof Connection
                && method.getMethod().getName().equals("commit")) {
            commits.increment();
        }
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
