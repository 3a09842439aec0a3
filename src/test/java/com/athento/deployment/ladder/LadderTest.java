package com.athento.deployment.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.intervention.FlagKind;
import com.athento.deployment.record.FlagStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways out of trouble, each against what is left of the hour. */
class LadderTest {

    private static final Instant START = Instant.parse("2027-02-06T21:00:00Z");

    @Test
    void triesWhatCostsUsersLeastFirst() {
        assertThat(ladder(Downtime.from(START), measured(), measured()).rungs(START))
                .extracting(Rung::way)
                .containsExactly(Rung.Way.FLAG_OFF, Rung.Way.HOTFIX, Rung.Way.ROLLBACK);
    }

    @ParameterizedTest(name = "after {0}, hotfixes took {1}, rollbacks {2}: hotfix {3}, rollback {4}")
    @CsvSource({
        // 10 and 15 as set.
        "PT35M59.999S, '', '', true, true",
        "PT36M, '', '', false, true",
        "PT44M59.999S, '', '', false, true",
        "PT45M, '', '', false, false",
        // Done faster than set: the rule asks for what is set.
        "PT35M59.999S, 4, 5, true, true",
        "PT36M, 4, 5, false, true",
        // Took longer than set.
        "PT25M59S, 20, '', true, true",
        "PT26M, 20, '', false, true",
        "PT20M59S, 20, 20, true, true",
        "PT21M, 20, 20, false, true",
        "PT39M59.999S, '', 20, false, true",
        "PT40M, '', 20, false, false"
    })
    void closesWhatNoLongerFitsTheHour(
            Duration elapsed, String hotfixes, String rollbacks, boolean hotfix, boolean rollback) {
        var now = START.plus(elapsed);
        var rungs = ladder(Downtime.from(START), measured(hotfixes), measured(rollbacks))
                .rungs(now);

        assertThat(rungs.get(1).fits()).isEqualTo(hotfix);
        assertThat(now.isBefore(rungs.get(1).until().orElseThrow())).isEqualTo(hotfix);
        assertThat(rungs.get(2).fits()).isEqualTo(rollback);
        assertThat(now.isBefore(rungs.get(2).until().orElseThrow())).isEqualTo(rollback);
    }

    @ParameterizedTest(name = "{0} min spent: hotfix {1}, rollback {2}")
    @CsvSource({"35, true, true", "36, false, true", "45, false, true", "46, false, false", "61, false, false"})
    void whileUsersCanWorkWhatIsLeftStays(int spent, boolean hotfix, boolean rollback) {
        var rungs = ladder(new Downtime(spent, Optional.empty()), measured(), measured())
                .rungs(START);

        assertThat(rungs.get(1).fits()).isEqualTo(hotfix);
        assertThat(rungs.get(2).fits()).isEqualTo(rollback);
        assertThat(rungs).extracting(Rung::until).containsOnly(Optional.empty());
    }

    @ParameterizedTest(name = "{0}: half within {1}, nine of ten within {2}")
    @CsvSource({
        "7, 7, 7",
        "9 3, 3, 9",
        "1 2 3, 2, 3",
        "10 9 8 7 6 5 4 3 2 1, 5, 9",
        "11 10 9 8 7 6 5 4 3 2 1, 6, 10",
        "0 0 60, 0, 60"
    })
    void measuresMedianAndNineOfTen(String minutes, long median, long ninety) {
        assertThat(measured(minutes).median()).isEqualTo(median);
        assertThat(measured(minutes).ninety()).isEqualTo(ninety);
    }

    @Test
    void saysWhereItsMinutesComeFrom() {
        var none = ladder(Downtime.from(START), measured(), measured()).rungs(START);
        assertThat(none.get(1).minutes()).isEqualTo(10);
        assertThat(none.get(1).measured())
                .hasToString(
                        "None on record for this instance or its line: 10 min are the most that a hotfix may take.");
        assertThat(none.get(2).minutes()).isEqualTo(15);
        assertThat(none.get(2).measured()).hasToString("None on record for this instance: 15 min are configured.");

        var own =
                ladder(Downtime.from(START), measured("4 6 12"), measured("8")).rungs(START);
        assertThat(own.get(1).minutes()).isEqualTo(6);
        assertThat(own.get(1).ninety()).contains(12L);
        assertThat(own.get(1).measured())
                .hasToString("3 hotfixes on this instance: half of them within 6 min, nine of ten within 12.");
        assertThat(own.get(2).minutes()).isEqualTo(8);
        assertThat(own.get(2).configured()).contains(15);
        assertThat(own.get(2).measured())
                .hasToString(
                        "One rollback of this instance: half of them within 8 min, nine of ten within 8; 15 are configured.");
    }

    @Test
    void offersTheFlagsThatAreOn() {
        assertThat(flags().fits()).isFalse();
        assertThat(flags().why()).hasToString("The request names no flag that guards this change.");
        assertThat(flags(flag("on")).fits()).isTrue();
        assertThat(flags(flag("half")).flags()).containsExactly(flag("half"));
        assertThat(flags(flag("Off")).fits()).isFalse();
        assertThat(flags(flag("off"), flag("on")).flags()).containsExactly(flag("on"));
        assertThat(flags(flag("off")).why()).hasToString("Every flag of the request is switched off already.");
    }

    private static Rung flags(FlagStanding... flags) {
        return new Ladder(Downtime.from(START), 10, 15, measured(), Optional.of("SE"), measured(), List.of(flags))
                .rungs(START.plusSeconds(7200))
                .get(0);
    }

    private static FlagStanding flag(String state) {
        return new FlagStanding(FlagKind.OPERATION_OFF, "sign", "off", "on", "Console", state);
    }

    private static Ladder ladder(Downtime hour, Measured hotfixes, Measured rollbacks) {
        return new Ladder(hour, 10, 15, hotfixes, Optional.empty(), rollbacks, List.of());
    }

    private static Measured measured() {
        return measured("");
    }

    private static Measured measured(String minutes) {
        return new Measured(Arrays.stream(minutes.split(" "))
                .filter(number -> !number.isEmpty())
                .map(Long::valueOf)
                .toList());
    }
}
