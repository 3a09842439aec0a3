package com.athento.deployment.bench;

import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts what goes through a data source: each execution once, a batch as one. */
final class Statements implements QueryExecutionListener {

    private final LongAdder count = new LongAdder();

    DataSource counting(DataSource source) {
        return ProxyDataSourceBuilder.create(source).listener(this).build();
    }

    long count() {
        return count.sum();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {
        count.increment();
    }
}
