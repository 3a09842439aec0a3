package com.athento.deployment.schedule.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemsTeamTest {

    @ParameterizedTest(name = "{0} at once, pause {1}, others at {2}: at {3} {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | PT0M  |                   | 22:00 | ",
                "1 | PT0M  | 22:00             | 22:00 | A",
                "1 | PT0M  | 22:00             | 22:59 | A",
                "1 | PT0M  | 22:00             | 23:00 | ",
                "1 | PT0M  | 22:00             | 21:00 | ",
                "1 | PT0M  | 22:00             | 21:01 | A",
                // The pause after one's own hour counts as much as that of the other.
                "1 | PT15M | 22:00             | 23:14 | A",
                "1 | PT15M | 22:00             | 23:15 | ",
                "1 | PT15M | 22:00             | 20:45 | ",
                "1 | PT15M | 22:00             | 20:46 | A",
                "2 | PT0M  | 22:00             | 22:00 | ",
                "2 | PT0M  | 22:00 22:30       | 22:00 | A B",
                "2 | PT0M  | 22:00 22:30       | 22:30 | A B",
                "2 | PT0M  | 22:00 22:30       | 23:00 | ",
                // Two that meet the asked hour, but not each other.
                "2 | PT0M  | 21:30 22:30       | 22:00 | ",
                "2 | PT0M  | 21:31 22:30       | 22:00 | A B",
                "3 | PT0M  | 21:30 22:00 22:30 | 22:00 | ",
                "2 | PT0M  | 22:50 22:10 21:50 | 22:00 | B C",
            })
    void isFullWhereAsManyHaveItAtOneInstant(int atOnce, Duration pause, String others, String start, String expected) {
        var team = new SystemsTeam(atOnce, pause);
        var starts = others == null ? List.<String>of() : Arrays.asList(others.split(" "));
        var holds = starts.stream()
                .map(other -> new Hold("ABC".substring(starts.indexOf(other)).substring(0, 1), team.from(at(other))))
                .toList();

        assertThat(team.full(at(start), holds))
                .extracting(Hold::key)
                .isEqualTo(expected == null ? List.of() : Arrays.asList(expected.split(" ")));
    }

    @ParameterizedTest(name = "started at 22:10, seen at {0}, pause {1}: until {2}")
    @CsvSource({
        "22:10, PT0M, 23:10",
        "23:09, PT0M, 23:10",
        // Its hour is over and it is not settled.
        "23:10, PT0M, 00:10",
        "23:40, PT15M, 00:55",
        "23:09, PT15M, 23:25"
    })
    void whatHasStartedHasItUntilItsVersionIsSettled(String now, Duration pause, String until) {
        var end = at(until).isBefore(at("12:00")) ? at(until).plus(Duration.ofDays(1)) : at(until);

        assertThat(new SystemsTeam(2, pause).sinceStart(at("22:10"), at(now)))
                .isEqualTo(new Interval(at("22:10"), end));
    }

    private static Instant at(String time) {
        return Instant.parse("2027-01-15T%s:00Z".formatted(time));
    }
}
