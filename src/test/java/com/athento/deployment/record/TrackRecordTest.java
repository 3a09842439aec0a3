package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackRecordTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    /** In Madrid the day has begun. */
    private static final Instant SINCE = Instant.parse("2026-11-17T23:00:00Z");

    @ParameterizedTest(name = "on {0}, {1} rolled back, in {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0 | EN | null
            0 | 2 | EN | null
            1 | 0 | EN | on one other instance since 18 November 2026, none rolled back
            6 | 0 | EN | on 6 other instances since 18 November 2026, none rolled back
            6 | 1 | EN | on 6 other instances since 18 November 2026, one rolled back
            6 | 2 | EN | on 6 other instances since 18 November 2026, 2 rolled back
            1 | 0 | ES | en otra instancia desde el 18 de noviembre de 2026, sin ninguna vuelta atrás
            6 | 1 | ES | en otras 6 instancias desde el 18 de noviembre de 2026, con una vuelta atrás
            6 | 2 | ES | en otras 6 instancias desde el 18 de noviembre de 2026, con 2 vueltas atrás
            """)
    void clientsReadFiguresAndOnlyIfThereAreAny(int instances, int rolledBack, Language language, String told) {
        assertThat(record(instances, rolledBack, 0, 0, 0).told(new Words(language), MADRID))
                .isEqualTo(Optional.of(told).filter(text -> !"null".equals(text)));
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0 | 0 | 0 | 0 | Kept on no instance so far
            0 | 1 | 1 | 79 | 100 | Kept on no instance so far; rolled back once; 79 % of 100 tests passed; 42 min without service in one deployment; one incident; 2 hotfixes on top
            2 | 0 | 0 | 0 | 0 | Kept on 2 instances since 2026-11-18; never rolled back
            2 | 0 | 2 | 0 | 0 | Kept on 2 instances since 2026-11-18; never rolled back; 42 min without service in 2 deployments; one incident; 2 hotfixes on top
            """)
    void staffReadAllOfIt(int instances, int rolledBack, int deployments, long passed, long tests, String says) {
        assertThat(record(instances, rolledBack, deployments, passed, tests).says(MADRID))
                .hasToString(says);
    }

    /** 799 of 1000 are not 80 %. */
    @ParameterizedTest
    @CsvSource({"0, 0, ", "799, 1000, 79", "800, 1000, 80", "0, 5, 0", "5, 5, 100"})
    void shareIsNeverRoundedUp(long passed, long tests, Integer share) {
        assertThat(record(1, 0, 1, passed, tests).share()).isEqualTo(Optional.ofNullable(share));
    }

    @Test
    void staffReadItInSpanish() {
        assertThat(record(2, 1, 3, 299, 300).says(MADRID).in(Language.ES))
                .isEqualTo("Se mantiene en 2 instancias desde el 2026-11-18; una vuelta atrás;"
                        + " pasó el 99 % de 300 pruebas; 42 min sin servicio en 3 despliegues; una incidencia;"
                        + " 2 hotfixes encima");
    }

    private static TrackRecord record(int instances, int rolledBack, int deployments, long passed, long tests) {
        return new TrackRecord(
                instances,
                Optional.of(SINCE).filter(since -> instances > 0),
                rolledBack,
                deployments,
                passed,
                tests,
                42,
                1,
                2);
    }
}
