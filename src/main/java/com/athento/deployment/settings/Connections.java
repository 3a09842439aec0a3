package com.athento.deployment.settings;

import java.util.Optional;

/**
 * Whether the connections of a node fit: into its database, and what it runs into them.
 *
 * @param pool how many it takes, from its start on
 * @param jobThreads how many jobs it runs at once
 */
record Connections(int pool, int jobThreads) {

    /** The engine's own, and one for what must be on record at once. */
    private static final int OF_A_JOB = 2;

    private static final String POOL = "spring.datasource.hikari.maximum-pool-size";

    /**
     * What PostgreSQL gives.
     *
     * @param max its {@code max_connections}
     * @param keptBack how many of them are for its administrators only
     * @param taken how many others hold
     */
    record Server(int max, int keptBack, int taken) {

        int given() {
            return max - keptBack;
        }

        int left() {
            return Math.max(0, given() - taken);
        }
    }

    /** With fewer, jobs that hold their first connection wait for each other's second one. */
    private int needed() {
        return OF_A_JOB * jobThreads + 1;
    }

    /** Why a node of this size cannot work on any database. */
    Optional<String> refusal() {
        return sentenceIf(
                pool < needed(),
                "%s: %d connections are fewer than the %d that %d job threads need, two each and one for everything else; give at least %d, or fewer threads (camunda.bpm.job-execution.max-pool-size)."
                        .formatted(POOL, pool, needed(), jobThreads, needed()));
    }

    /** Why a node of this size cannot work on this database, as it is now. */
    Optional<String> refusalBy(Server server) {
        if (pool > server.given()) {
            return Optional.of(
                    "%s: %d connections are more than the %d that the database gives (max_connections %d, %d of them kept back); give at most %d, or raise max_connections to %d for this node alone and by %d for each further one."
                            .formatted(
                                    POOL,
                                    pool,
                                    server.given(),
                                    server.max(),
                                    server.keptBack(),
                                    server.given(),
                                    pool + server.keptBack(),
                                    pool));
        }
        return sentenceIf(server.left() < needed(), scarcity(server));
    }

    /** What an operator should know who starts it all the same. */
    Optional<String> warning(Server server) {
        return sentenceIf(server.left() < pool, scarcity(server));
    }

    private String scarcity(Server server) {
        return "The database has %d connections left (max_connections %d, %d kept back, %d in use), and this node takes %d (%s) and needs %d at least; raise max_connections to %d, or free some."
                .formatted(
                        server.left(),
                        server.max(),
                        server.keptBack(),
                        server.taken(),
                        pool,
                        POOL,
                        needed(),
                        server.keptBack() + server.taken() + pool);
    }

    private static Optional<String> sentenceIf(boolean wrong, String sentence) {
        return wrong ? Optional.of(sentence) : Optional.empty();
    }
}
