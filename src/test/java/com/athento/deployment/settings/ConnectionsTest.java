package com.athento.deployment.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.settings.Connections.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {

    @ParameterizedTest(name = "{0} connections for {1} job threads: refused {2}")
    @CsvSource({"13, 6, false", "12, 6, true", "3, 1, false", "2, 1, true", "1, 0, false"})
    void jobsNeedTwoEachAndOneMore(int pool, int jobThreads, boolean refused) {
        assertThat(new Connections(pool, jobThreads).refusal().isPresent()).isEqualTo(refused);
    }

    @ParameterizedTest(name = "{0} of {1}, {2} kept back, {3} in use: refused {4}, warned {5}")
    @CsvSource({
        // It never fits: even alone.
        "97, 100, 3, 0, false, false",
        "98, 100, 3, 0, true, true",
        "98, 100, 2, 0, false, false",
        // It does not fit beside the others.
        "20, 100, 3, 77, false, false",
        "20, 100, 3, 78, false, true",
        "20, 100, 3, 84, false, true",
        "20, 100, 3, 85, true, true",
        // Administrators hold some of those that are kept back.
        "20, 100, 3, 99, true, true",
    })
    void aDatabaseHasRoomForThePoolOrAtLeastForTheJobs(
            int pool, int max, int keptBack, int taken, boolean refused, boolean warned) {
        var connections = new Connections(pool, 6);
        var server = new Server(max, keptBack, taken);

        assertThat(connections.refusalBy(server).isPresent()).isEqualTo(refused);
        assertThat(connections.warning(server).isPresent()).isEqualTo(warned);
    }

    @Test
    void namesTheFigureThatDoesNotFitAndTheOneThatWould() {
        assertThat(new Connections(12, 6).refusal())
                .contains("spring.datasource.hikari.maximum-pool-size: 12 connections are fewer than"
                        + " the 13 that 6 job threads need, two each and one for everything else;"
                        + " give at least 13, or fewer threads"
                        + " (camunda.bpm.job-execution.max-pool-size).");
        assertThat(new Connections(120, 6).refusalBy(new Server(100, 3, 0)))
                .contains("spring.datasource.hikari.maximum-pool-size: 120 connections are more than"
                        + " the 97 that the database gives (max_connections 100, 3 of them kept"
                        + " back); give at most 97, or raise max_connections to 123 for this node"
                        + " alone and by 120 for each further one.");
        assertThat(new Connections(20, 6).refusalBy(new Server(100, 3, 90)))
                .contains("The database has 7 connections left (max_connections 100, 3 kept back, 90 in"
                        + " use), and this node takes 20 (spring.datasource.hikari.maximum-pool-size)"
                        + " and needs 13 at least; raise max_connections to 113, or free some.");
    }
}
