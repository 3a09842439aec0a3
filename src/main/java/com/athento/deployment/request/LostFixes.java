package com.athento.deployment.request;

import static com.athento.deployment.intervention.Finding.Code.FIX_LOST;

import com.athento.deployment.intervention.AnsweredFix;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.Sentence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fixes that a version upgrade would take away without anybody having said so.
 *
 * @param references of what is on the instance and not answered, in the order in which they came
 */
record LostFixes(List<String> references) {

    static final LostFixes NONE = new LostFixes(List.of());

    private static final String PARTED = ", ";

    /** Behind what the sentence says, its parts are each of them by itself. */
    private static final int SAID = 4;

    /** @param onInstance references of what is on top of the version that runs */
    static LostFixes of(Plan plan, Collection<String> onInstance, Collection<AnsweredFix> answers) {
        if (!plan.kind().movesVersion()) {
            return NONE;
        }
        var answered = answers.stream().map(AnsweredFix::reference).toList();
        return new LostFixes(onInstance.stream()
                .filter(reference -> !answered.contains(reference))
                .toList());
    }

    Optional<Finding> finding(Plan plan) {
        return sentence("finding.fix-lost", plan).map(sentence -> Finding.error(FIX_LOST, sentence));
    }

    /** Where the plan was approved without them: no exception lets pass what nobody knew of. */
    Optional<Finding> joined(Plan plan) {
        return sentence("finding.fix-lost.joined", plan)
                .map(sentence -> new Finding(FIX_LOST, Finding.Gravity.ERROR, sentence, false));
    }

    static boolean isJoined(Finding finding) {
        return finding.code() == FIX_LOST && !finding.exceptionPossible();
    }

    private Optional<Sentence> sentence(String code, Plan plan) {
        return references.isEmpty()
                ? Optional.empty()
                : plan.targetVersion()
                        .map(to -> Sentence.of(
                                code,
                                Stream.concat(
                                                Stream.of(
                                                        to,
                                                        plan.instance(),
                                                        String.join(PARTED, references),
                                                        references.size()),
                                                references.stream())
                                        .toArray()));
    }

    /** Those that the check did not name. */
    LostFixes since(Collection<Finding> found) {
        var known = found.stream()
                .filter(finding -> finding.code() == FIX_LOST && finding.exceptionPossible())
                .flatMap(finding ->
                        finding.sentence().parts().stream().skip(SAID).map(Object::toString))
                .toList();
        return new LostFixes(references.stream()
                .filter(reference -> !known.contains(reference))
                .toList());
    }
}
