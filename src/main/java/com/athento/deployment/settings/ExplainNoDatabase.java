package com.athento.deployment.settings;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator why there is no connection to the database, which is not the code's fault. */
class ExplainNoDatabase extends AbstractFailureAnalyzer<SQLException> {

    private static final String WHERE = "Look at spring.datasource.url, .username and .password, and at the database.";

    /** What a state of SQL begins with, and what that means to a person. */
    private static final Map<String, Reason> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put(
                "53300",
                new Reason(
                        "The database has no connection left for this node",
                        "Stop what holds them, give each node fewer (spring.datasource.hikari.maximum-pool-size), or raise max_connections: all nodes' pools have to fit into it, and a few more."));
        REASONS.put("08", new Reason("The database cannot be reached", WHERE));
        REASONS.put("28", new Reason("The database does not let this application in", WHERE));
        REASONS.put("3D", new Reason("The database does not exist", WHERE));
        REASONS.put(
                // H2's word for a file that another process has open.
                "90020",
                new Reason(
                        "The database is in use",
                        "Stop the other process that runs in this folder, or start in another one."));
    }

    private record Reason(String sentence, String action) {}

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException none) {
        var state = String.valueOf(none.getSQLState());
        return REASONS.entrySet().stream()
                .filter(reason -> state.startsWith(reason.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .map(reason -> new FailureAnalysis(
                        "%s: %s".formatted(reason.sentence(), none.getMessage()), reason.action(), none))
                .orElse(null);
    }
}
