package com.athento.deployment.ladder;

import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.intervention.HotfixTime;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.record.FlagStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The ways out of trouble against what is left of the hour. What usually takes longer than it is allowed to is reckoned
 * with as it usually is; what is usually done faster still needs what the rule of the hotfix asks for.
 *
 * @param longestHotfix minutes, as the table of the types says
 * @param rollbackMinutes as the register says of this instance
 * @param hotfixes of this instance, else of its line
 * @param ofLine the line where they are its; empty where they are the instance's own
 * @param rollbacks of this instance
 * @param flags of the request
 */
record Ladder(
        Downtime hour,
        int longestHotfix,
        int rollbackMinutes,
        Measured hotfixes,
        Optional<String> ofLine,
        Measured rollbacks,
        List<FlagStanding> flags) {

    List<Rung> rungs(Instant now) {
        return List.of(flagOff(), hotfix(now), rollback(now));
    }

    private Rung flagOff() {
        var on = flags.stream().filter(FlagStanding::on).toList();
        return new Rung(
                Rung.Way.FLAG_OFF,
                0,
                Optional.empty(),
                Optional.empty(),
                !on.isEmpty(),
                Optional.empty(),
                Sentence.of("ladder.flag"),
                Sentence.of(flags.isEmpty() ? "ladder.flag.none" : "ladder.flag.off"),
                on);
    }

    private Rung hotfix(Instant now) {
        var time = new HotfixTime(hour, Math.toIntExact(longer(longestHotfix, hotfixes)), reckonedRollback());
        return new Rung(
                Rung.Way.HOTFIX,
                hotfixes.never() ? longestHotfix : hotfixes.median(),
                ninety(hotfixes),
                Optional.empty(),
                time.suffices(now),
                time.end(),
                hotfixesMeasured(),
                Sentence.of("ladder.hotfix.closed", time.hotfixMinutes(), time.rollbackMinutes()),
                List.of());
    }

    private Sentence hotfixesMeasured() {
        if (hotfixes.never()) {
            return Sentence.of("ladder.hotfix.none", longestHotfix);
        }
        return ofLine.map(line ->
                        Sentence.of("ladder.hotfix.line", hotfixes.times(), hotfixes.median(), hotfixes.ninety(), line))
                .orElseGet(() ->
                        Sentence.of("ladder.hotfix.instance", hotfixes.times(), hotfixes.median(), hotfixes.ninety()));
    }

    private Rung rollback(Instant now) {
        var needed = reckonedRollback();
        var until = hour.since().map(since -> since.plus(Duration.ofMinutes(Window.LONGEST - hour.spent() - needed)));
        return new Rung(
                Rung.Way.ROLLBACK,
                rollbacks.never() ? rollbackMinutes : rollbacks.median(),
                ninety(rollbacks),
                Optional.of(rollbackMinutes),
                until.map(now::isBefore).orElse(hour.remainingAt(now) >= needed),
                until,
                rollbacks.never()
                        ? Sentence.of("ladder.rollback.none", rollbackMinutes)
                        : Sentence.of(
                                "ladder.rollback.measured",
                                rollbacks.times(),
                                rollbacks.median(),
                                rollbacks.ninety(),
                                rollbackMinutes),
                Sentence.of("ladder.rollback.closed", needed),
                List.of());
    }

    private int reckonedRollback() {
        return Math.toIntExact(longer(rollbackMinutes, rollbacks));
    }

    private static long longer(int set, Measured measured) {
        return measured.never() ? set : Math.max(set, measured.median());
    }

    private static Optional<Long> ninety(Measured measured) {
        return measured.never() ? Optional.empty() : Optional.of(measured.ninety());
    }
}
