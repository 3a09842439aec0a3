package com.athento.deployment.record;

import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a version has done so far, in figures.
 *
 * @param instances on how many it was kept: it runs there still, or made way for a later one
 * @param since when the first of these got it; absent where it was kept nowhere
 * @param rolledBack how often an intervention that had brought it went back
 * @param deployments how often an intervention brought it, rolled back ones included; of all others nobody knows more
 * @param passed tests that passed in the last finished battery of each of these
 * @param tests all tests of these batteries
 * @param minutes without service in all of these
 * @param incidents reported while support watched over their users
 * @param hotfixes applied on top of it during these
 */
public record TrackRecord(
        int instances,
        Optional<Instant> since,
        int rolledBack,
        int deployments,
        long passed,
        long tests,
        long minutes,
        int incidents,
        int hotfixes) {

    /** Whole percent of the tests that passed, never rounded up; absent where none was run. */
    public Optional<Integer> share() {
        return tests == 0 ? Optional.empty() : Optional.of(Math.toIntExact(passed * 100 / tests));
    }

    /**
     * For the vendor's people: all of it in one line.
     *
     * @param zone whose day it is
     */
    public Sentence says(ZoneId zone) {
        var parts = new ArrayList<Sentence>();
        parts.add(Sentence.of(
                "version.says.kept",
                instances,
                since.map(first -> LocalDate.ofInstant(first, zone).toString()).orElse("")));
        if (instances > 0 || deployments > 0) {
            parts.add(Sentence.of("version.says.rolled-back", rolledBack));
        }
        if (deployments > 0) {
            share().ifPresent(share -> parts.add(Sentence.of("version.says.tests", share, tests)));
            parts.add(Sentence.of("version.says.minutes", minutes, deployments));
            parts.add(Sentence.of("version.says.incidents", incidents));
            parts.add(Sentence.of("version.says.hotfixes", hotfixes));
        }
        return joined(parts);
    }

    private static Sentence joined(List<Sentence> parts) {
        return parts.stream()
                .reduce((one, other) -> Sentence.of("version.says", one, other))
                .orElseThrow();
    }

    /**
     * For the client: on how many other instances, since when, and how often it went back; absent where it runs on
     * none.
     *
     * @param zone the client's, whose day it is
     */
    public Optional<String> told(Words words, ZoneId zone) {
        return since.filter(first -> instances > 0)
                .map(first -> words.of("version.told", instances, words.in(zone).dateAlone(first), rolledBack));
    }
}
