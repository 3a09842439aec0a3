package com.athento.deployment.qa;

import static com.athento.deployment.process.Variables.FIXES_REAPPLIED;

import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Refused;
import java.util.List;

/**
 * The fixes that had to be applied again on top of the version: QA sees to each of them.
 *
 * @param awaited their references
 */
record ReappliedFixes(List<String> awaited) {

    /**
     * What QA has seen to.
     *
     * @param confirmed references
     * @param finished whether nobody goes on testing; then none may be missing
     * @throws Refused if one is missing, or none of those that were to be applied again
     */
    List<String> confirmed(List<String> confirmed, boolean finished) {
        confirmed.stream()
                .filter(reference -> !awaited.contains(reference))
                .findFirst()
                .ifPresent(this::refuse);
        var missing = awaited.stream()
                .filter(reference -> !confirmed.contains(reference))
                .toList();
        if (finished && !missing.isEmpty()) {
            throw Refused.because(
                    "refused.reapplied.missing", FIXES_REAPPLIED, Sentence.and(missing.toArray()), missing.size());
        }
        return confirmed;
    }

    private void refuse(String reference) {
        throw awaited.isEmpty()
                ? Refused.because("refused.reapplied.none", FIXES_REAPPLIED, reference)
                : Refused.because("refused.reapplied.unknown", FIXES_REAPPLIED, reference, String.join(", ", awaited));
    }
}
