package com.athento.deployment.readiness;

import com.athento.deployment.intervention.Said;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.record.NextIntervention;
import com.athento.deployment.register.Instance;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an instance is behind, and what that means.
 *
 * @param newest the newest version of its line; absent where the register has none
 * @param behind how many versions of its line are newer than the one that it runs
 * @param days since its last version update, on the client's calendar; absent where nobody knows the day
 * @param patches references of the fixes on it that no version of its line has
 * @param next what is planned there, or going on
 * @param answers how an incident would be answered, for each severity
 */
public record Readiness(
        Instance instance,
        String clientName,
        Optional<Version> newest,
        int behind,
        Optional<Integer> days,
        List<String> patches,
        Optional<NextIntervention> next,
        List<PolicyAnswer> answers) {

    /**
     * What is most urgent to bring up to date comes first: of those that are behind the ones that would get patches
     * instead of updates for the most severities, then those for which that comes soonest, then those that are farthest
     * behind, and longest.
     */
    static List<Readiness> mostUrgentFirst(Stream<Readiness> all) {
        return all.map(Urgency::of)
                .sorted(Urgency.MOST_FIRST)
                .map(Urgency::readiness)
                .toList();
    }

    /** What it is sorted by, reckoned once for each and not once for each that it is compared with. */
    private record Urgency(Readiness readiness, boolean behind, long patched, LocalDate flips) {

        private static final Comparator<Urgency> MOST_FIRST = Comparator.comparing(Urgency::behind)
                .thenComparing(Urgency::patched)
                .thenComparing(Urgency::flips, Comparator.reverseOrder())
                .thenComparing(urgency -> urgency.readiness.behind())
                .thenComparing(urgency -> urgency.readiness.days().orElse(Integer.MAX_VALUE))
                .reversed()
                .thenComparing(urgency -> urgency.readiness.instance().code());

        static Urgency of(Readiness readiness) {
            return new Urgency(readiness, readiness.isBehind(), readiness.patched(), readiness.flips());
        }
    }

    private boolean isBehind() {
        return behind > 0;
    }

    private long patched() {
        return answers.stream().filter(PolicyAnswer::isPatch).count();
    }

    private LocalDate flips() {
        return nextFlip().flatMap(PolicyAnswer::flips).orElse(LocalDate.MAX);
    }

    private Optional<PolicyAnswer> nextFlip() {
        return answers.stream()
                .filter(answer -> !answer.isPatch() && answer.flips().isPresent())
                .min(Comparator.comparing(answer -> answer.flips().orElseThrow()));
    }

    /** Why it stands where it does. */
    public Sentence why() {
        if (newest.isEmpty()) {
            return Sentence.of("readiness.why.unknown", instance.line());
        }
        if (!isBehind()) {
            return Sentence.of("readiness.why.newest", instance.version());
        }
        if (patched() > 0) {
            return Sentence.of(
                    "readiness.why.patch",
                    behind,
                    newest.get(),
                    severities(answers.stream().filter(PolicyAnswer::isPatch)));
        }
        return nextFlip()
                .map(flip -> Sentence.of(
                        "readiness.why.flips",
                        behind,
                        newest.get(),
                        flip.flips().orElseThrow(),
                        severities(
                                answers.stream().filter(answer -> answer.flips().equals(flip.flips())))))
                .orElseGet(() -> Sentence.of("readiness.why.behind", behind, newest.get()));
    }

    private static Said severities(Stream<PolicyAnswer> answers) {
        var severities = answers.map(PolicyAnswer::severity).toArray(Severity[]::new);
        return language -> {
            var words = new Words(language);
            var names = Stream.of(severities)
                    .map(severity -> words.code("severity", severity))
                    .toArray();
            return Sentence.or(names).in(language);
        };
    }
}
