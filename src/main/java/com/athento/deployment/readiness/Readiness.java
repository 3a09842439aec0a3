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
    static final Comparator<Readiness> MOST_URGENT = Comparator.comparing(Readiness::isBehind)
            .thenComparing(Readiness::patched)
            .thenComparing(Readiness::flips, Comparator.reverseOrder())
            .thenComparing(Readiness::behind)
            .thenComparing(readiness -> readiness.days().orElse(Integer.MAX_VALUE))
            .reversed()
            .thenComparing(readiness -> readiness.instance().code());

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
